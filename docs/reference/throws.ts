import {
  type Application,
  type CommentDisplayPart,
  CommentTag,
  type Context,
  Converter,
  type ProjectReflection,
} from "typedoc";

/** A plugin of typedoc: all that a function throws in one list, each with the name of its error. */
export function load(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }: Context) => {
    for (const { comment } of Object.values(project.reflections)) {
      const thrown = comment?.getTags("@throws") ?? [];
      if (thrown.length === 0) continue;
      comment?.removeTags("@throws");
      comment?.blockTags.push(
        new CommentTag(
          "@throws",
          thrown.flatMap((tag) => listItem(project, tag)),
        ),
      );
    }
  });
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
