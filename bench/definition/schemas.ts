import { type Name, prose } from "./words.ts";

type Node = Readonly<Record<string, unknown>>;

/** The schemas of one resource: its request, itself, its list, and the parts that those are made of. */
export function schemasOf({ pascal, words, plural }: Name, index: number): Node {
  const part = (suffix: string): Node => ref(`${pascal}${suffix}`);
  return {
    [`${pascal}Request`]: {
      type: "object",
      description: `What a ${words} is made from. ${prose(index, 2)}`,
      additionalProperties: false,
      required: ["name", "target"],
      properties: { ...settings(part, words, index), links },
    },
    [pascal]: {
      type: "object",
      description: `One ${words}. ${prose(index + 2, 2)}`,
      required: ["id", "name"],
      properties: {
        id: {
          type: "string",
          pattern: "^([a-f0-9]{24})$",
          readOnly: true,
          description: `The ${words}'s id.`,
        },
        ...settings(part, words, index),
        status: {
          type: "string",
          enum: ["ACTIVE", "PENDING", "PAUSED", "DELETED"],
          readOnly: true,
          description: `Where the ${words} stands. ${prose(index, 1)}`,
        },
        destination: part("Destination"),
        createdAt: {
          type: "string",
          format: "date-time",
          readOnly: true,
          description: "When it was created, in UTC.",
        },
        updatedAt: {
          type: "string",
          format: "date-time",
          readOnly: true,
          description: "When it was last changed, in UTC.",
        },
        links,
      },
    },
    [`${pascal}List`]: {
      type: "object",
      description: `One page of the ${plural}.`,
      required: ["results"],
      properties: {
        results: { type: "array", description: `The ${plural} on this page.`, items: ref(pascal) },
        totalCount: {
          type: "integer",
          format: "int32",
          minimum: 0,
          description: "How many there are on all pages.",
        },
        links,
      },
    },
    [`${pascal}Target`]: {
      type: "object",
      description: `What the ${words} is for. ${prose(index + 3, 1)}`,
      additionalProperties: false,
      required: ["type", "id"],
      properties: {
        type: {
          type: "string",
          enum: ["PROJECT", "CLUSTER", "COLLECTION"],
          description: "What kind of thing it is.",
        },
        id: { type: "string", pattern: "^([a-f0-9]{24})$", description: "The id of that thing." },
        labels: {
          type: "array",
          maxItems: 10,
          description: `Labels that the target has to have. ${prose(index + 4, 1)}`,
          items: part("Label"),
        },
      },
    },
    [`${pascal}Label`]: {
      type: "object",
      description: "A name and a value.",
      additionalProperties: false,
      required: ["key"],
      properties: {
        key: { type: "string", minLength: 1, maxLength: 255, description: "The label's name." },
        value: { type: "string", maxLength: 255, description: "The label's value." },
      },
    },
    [`${pascal}Destination`]: {
      description: `Where the ${words} tells what it has done; \`kind\` says which it is. ${prose(index, 1)}`,
      oneOf: [part("Mail"), part("Webhook")],
      discriminator: {
        propertyName: "kind",
        mapping: {
          MAIL: `#/components/schemas/${pascal}Mail`,
          WEBHOOK: `#/components/schemas/${pascal}Webhook`,
        },
      },
    },
    [`${pascal}Mail`]: {
      type: "object",
      description: `A message to somebody. ${prose(index + 5, 1)}`,
      required: ["kind", "address"],
      properties: {
        kind: { type: "string", const: "MAIL", description: "Says that it is a message." },
        address: { type: "string", description: "Who gets the message." },
      },
    },
    [`${pascal}Webhook`]: {
      type: "object",
      description: `A request to a server. ${prose(index + 6, 1)}`,
      required: ["kind", "url"],
      properties: {
        kind: { type: "string", const: "WEBHOOK", description: "Says that it is a request." },
        url: { type: "string", description: "Where the request goes." },
        attempts: { type: "integer", format: "int32", minimum: 1, description: "How often it is tried." },
      },
    },
  };
}

/** What both the request and the resource have. */
function settings(part: (suffix: string) => Node, words: string, index: number): Node {
  const told = (text: string, offset: number): string => `${text} ${prose(index + offset, 2)}`;
  return {
    name: {
      type: "string",
      minLength: 1,
      maxLength: 64,
      pattern: "^[a-zA-Z0-9][a-zA-Z0-9 -]*$",
      description: told(`What the ${words} is called.`, 0),
    },
    target: part("Target"),
    severity: {
      type: "string",
      enum: ["LOW", "MEDIUM", "HIGH", "CRITICAL"],
      description: told("How much it matters.", 1),
    },
    enabled: { type: "boolean", description: told("Whether it has an effect.", 2) },
    intervalMinutes: {
      type: "integer",
      format: "int32",
      minimum: 5,
      maximum: 1440,
      description: told("How often it is looked at, in minutes.", 3),
    },
    threshold: { type: "number", minimum: 0, description: told("From where on it takes effect.", 4) },
    labels: {
      type: "array",
      maxItems: 50,
      description: told("Labels of one's own.", 5),
      items: part("Label"),
    },
    [`setting${index % 7}`]: {
      type: "string",
      maxLength: 512,
      description: told("A value that only this resource has.", 6),
    },
  };
}

const links = {
  type: "array",
  readOnly: true,
  description: "Links to related resources (RFC 5988).",
  items: ref("Link"),
};

export function requestExample(index: number): Node {
  return {
    name: `number ${index}`,
    target: { type: "CLUSTER", id: hexId(index + 1), labels: [{ key: "team", value: "orders" }] },
    severity: "HIGH",
    enabled: true,
    intervalMinutes: 60,
    threshold: 0.5,
    labels: [{ key: "ticket", value: "AUDIT-2041" }],
  };
}

export function exampleOf({ plural }: Name, index: number): Node {
  const href = `https://cloud.mongodb.com/api/atlas/v2/groups/${hexId(0)}/${plural}/${hexId(index)}`;
  return {
    id: hexId(index),
    ...requestExample(index),
    status: "ACTIVE",
    destination: { kind: "WEBHOOK", url: "https://hooks.internal/atlas", attempts: 3 },
    createdAt: "2026-11-02T03:41:07Z",
    links: [{ href, rel: "self" }],
  };
}

/** An id of 24 hexadecimal digits. */
export function hexId(number: number): string {
  return `65f0c2a84d1b3e7a${number.toString(16).padStart(8, "0")}`;
}

function ref(name: string): Node {
  return { $ref: `#/components/schemas/${name}` };
}
