/** What npm and pnpm say to their children of the command at hand. Where they find packages is configuration, and stays. */
const ofTheCommand =
  /^(npm_(command|execpath|node_execpath|package_.*|lifecycle_.*)|p?npm_config_(package|call|yes|workspaces?|include_workspace_root|global|local_prefix|user_agent))$/i;

/**
 * An environment in which npm, npx and pnpm run as if a user had typed them. A second npm takes what the first one says
 * of its own command for its own: inside `npm exec --package=pnpm`, `npx` looks for every program in pnpm.
 */
export function ownEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ofTheCommand.test(name)));
}
