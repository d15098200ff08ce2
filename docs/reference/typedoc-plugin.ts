import {
  type Application,
  type Comment,
  type CommentDisplayPart,
  CommentTag,
  type Context,
  Converter,
  PageEvent,
  type ParameterReflection,
  type ProjectReflection,
  ReferenceType,
  ReflectionKind,
} from "typedoc";
import { tidy } from "../typedoc-page.ts";

/**
 * A plugin of typedoc: what a function throws in one list, a name for each parameter that is taken apart at once, no
 * constructors, for the classes are errors, which are caught and not made, and types that can be read.
 */
export function load(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: Context) => {
    for (const reflection of Object.values(project.reflections)) {
      if (reflection.kindOf(ReflectionKind.Constructor)) project.removeReflection(reflection);
      if (reflection.comment) joinThrows(project, reflection.comment);
      if (reflection.isParameter()) nameParameter(reflection);
    }
  });
  app.renderer.on(PageEvent.END, (event: PageEvent) => {
    event.contents = tidy(event.contents ?? "");
  });
}

/** `{ signal }: WaitOptions` has no name; typedoc's own is for machines. */
function nameParameter(parameter: ParameterReflection): void {
  const { name, type } = parameter;
  if (!name.startsWith("__") || !(type instanceof ReferenceType)) return;
  const [lastWord = name] = /[A-Z][a-z]+$/.exec(type.name) ?? [];
  parameter.name = lastWord.toLowerCase();
}

function joinThrows(project: ProjectReflection, comment: Comment): void {
  const thrown = comment.getTags("@throws");
  if (thrown.length === 0) return;
  comment.removeTags("@throws");
  const items = thrown.flatMap((tag) => listItem(project, tag));
  comment.blockTags.push(new CommentTag("@throws", items));
}

function listItem(project: ProjectReflection, { typeAnnotation, content }: CommentTag): CommentDisplayPart[] {
  const text = content.map((part) =>
    // A list within stays within.
    part.kind === "text" ? { ...part, text: part.text.replaceAll("\n", "\n  ") } : part,
  );
  const error = typeAnnotation ? [errorName(project, typeAnnotation.slice(1, -1)), space] : [];
  return [{ kind: "text", text: "\n- " }, ...error, ...text];
}

const space: CommentDisplayPart = { kind: "text", text: " " };

function errorName(project: ProjectReflection, name: string): CommentDisplayPart {
  const target = project.getChildByName(name);
  if (!target) return { kind: "code", text: `\`${name}\`` };
  return { kind: "inline-tag", tag: "@linkcode", text: name, target };
}
