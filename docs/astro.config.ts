import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
import { createStarlightTypeDocPlugin, type StarlightTypeDocOptions } from "starlight-typedoc";
import { base, repository, site } from "./address.ts";
import { pageLinks } from "./page-links.ts";
import { typeAddresses } from "./reference/service-types.ts";
import { serviceDefinition, typesSource } from "./reference/sources.ts";

const client = functions("Client", "client");
const mock = functions("Mock", "mock");
const msw = functions("Mock with MSW", "mock", "msw");

export default defineConfig({
  site,
  base,
  srcDir: ".",
  trailingSlash: "always",
  // The pictures are drawings: there is nothing to shrink.
  image: { service: passthroughImageService() },
  markdown: {
    processor: satteri({
      mdastPlugins: [
        pageLinks({
          content: new URL("content/docs/", import.meta.url),
          base,
          repository: `${repository}/blob/main`,
          root: new URL("..", import.meta.url),
        }),
      ],
    }),
  },
  integrations: [
    starlight({
      title: "atlas-snapshot-export",
      description: "Export MongoDB Atlas backup snapshots from TypeScript or a shell.",
      social: [{ icon: "github", label: "GitHub", href: repository }],
      editLink: { baseUrl: `${repository}/edit/main/docs/` },
      customCss: ["./theme.css"],
      expressiveCode: {
        // Nothing to scroll sideways for, on a phone either.
        defaultProps: { wrap: true, hangingIndent: 2 },
        themes: ["github-dark-high-contrast", "github-light-high-contrast"],
        styleOverrides: { borderRadius: "0.4rem" },
      },
      plugins: [client.plugin, mock.plugin, msw.plugin],
      sidebar: [
        "start",
        { label: "Guides", items: [{ autogenerate: { directory: "guides" } }] },
        "reference/command-line",
        {
          label: "Operations",
          items: [{ autogenerate: { directory: "reference/operations" } }, "reference/schemas"],
          collapsed: true,
        },
        client.sidebar,
        mock.sidebar,
        msw.sidebar,
        { label: "For maintainers", items: [{ autogenerate: { directory: "maintainers" } }] },
        { label: "Changes", items: [{ autogenerate: { directory: "changes" } }], collapsed: true },
      ],
    }),
  ],
});

/** The reference of the public functions of one entry point, from their doc comments. */
function functions(label: string, name: string, entry?: string) {
  const [starlightTypeDoc, sidebar] = createStarlightTypeDocPlugin();
  const options: StarlightTypeDocOptions = {
    entryPoints: [`../packages/${name}/dist/${entry ?? "index"}.d.ts`],
    tsconfig: "reference/tsconfig.json",
    output: ["reference", name, entry].filter(Boolean).join("/"),
    sidebar: { label, collapsed: true },
    typeDoc: {
      name: [`@atlas-snapshot-export/${name}`, entry].filter(Boolean).join("/"),
      entryFileName: "index",
      plugin: ["./reference/typedoc-plugin.ts"],
      preservedTypeAnnotationTags: ["@throws"],
      disableSources: true,
      excludeExternals: true,
      externalPattern: ["**/node_modules/**", "**/packages/types/**", "**/docs/made/**"],
      externalSymbolLinkMappings: {
        "@atlas-snapshot-export/docs": typeAddresses(serviceDefinition, typesSource, base),
      },
      groupOrder: ["Functions", "Interfaces", "Type Aliases", "Classes"],
      useCodeBlocks: true,
      expandParameters: true,
      indexFormat: "table",
      parametersFormat: "table",
      interfacePropertiesFormat: "table",
      classPropertiesFormat: "table",
      typeDeclarationFormat: "table",
      // What a reader decides by: name, type and sentence.
      tableColumnSettings: {
        hideDefaults: true,
        hideInherited: true,
        hideModifiers: true,
        hideOverrides: true,
        hideSources: true,
      },
    },
  };
  return { plugin: starlightTypeDoc(options), sidebar };
}
