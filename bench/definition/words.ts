/** What a resource is called: `alertPolicy`, in the forms that a definition needs. */
export interface Name {
  /** `alertPolicy` */
  readonly camel: string;
  /** `AlertPolicy` */
  readonly pascal: string;
  /** `alertPolicies` */
  readonly plural: string;
  /** `alert policy` */
  readonly words: string;
}

const subjects = [
  ...[
    "access",
    "alert",
    "audit",
    "backup",
    "billing",
    "cluster",
    "collection",
    "database",
    "document",
    "event",
  ],
  ...["gateway", "identity", "index", "network", "project", "query", "region", "search", "stream", "trigger"],
];
const kinds = [
  "Policy",
  "Rule",
  "Window",
  "Channel",
  "Report",
  "Profile",
  "Limit",
  "Grant",
  "Endpoint",
  "Plan",
];

/** Two hundred of them, enough for a thousand operations. */
export function resourceNames(): Name[] {
  return kinds.flatMap((kind) =>
    subjects.map((subject) => {
      const camel = `${subject}${kind}`;
      return {
        camel,
        pascal: `${subject.charAt(0).toUpperCase()}${subject.slice(1)}${kind}`,
        plural: camel.endsWith("y") ? `${camel.slice(0, -1)}ies` : `${camel}s`,
        words: `${subject} ${kind.toLowerCase()}`,
      };
    }),
  );
}

const sentences = [
  "The value takes effect with the next change of the configuration, and not before.",
  "Leave it out to keep what the organization has set for all of its projects.",
  "A change is carried out in the background; until it is done, the old value is what counts.",
  "Only those who own the project may see it, and the service leaves it out for everybody else.",
  "It is worked out when the resource is read, so two answers a moment apart may differ.",
  "Names are compared by their exact letters; white space at either end is part of the name.",
  "When several apply at once, the most specific one wins, and the order of the list decides the rest.",
  "The service keeps it for thirty days after the resource is gone, and then forgets it.",
];

/** So many sentences of description, different from place to place. */
export function prose(seed: number, count: number): string {
  return Array.from({ length: count }, (_, index) => sentences[(seed * 3 + index) % sentences.length]).join(
    " ",
  );
}
