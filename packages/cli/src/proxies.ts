import type { Environment } from "./world.ts";

/** Whether `fetch` goes through the proxies of the environment: it does, could, or cannot in this version of Node. */
export type ProxySupport = "on" | "off" | "none";

/** @see https://nodejs.org/api/cli.html#node_use_env_proxy1 */
export function proxySupport({
  allowedNodeEnvironmentFlags,
  env,
  execArgv,
  versions,
}: Pick<NodeJS.Process, "allowedNodeEnvironmentFlags" | "env" | "execArgv" | "versions">): ProxySupport {
  // Both take them without being asked to.
  if (versions["bun"] || versions["deno"]) return "on";
  const flag = "--use-env-proxy";
  // 24.0 to 24.4 have the variable, and not the flag.
  if (!allowedNodeEnvironmentFlags.has(flag) && Number.parseInt(versions.node, 10) < 24) return "none";
  const flags = [...execArgv, ...(env["NODE_OPTIONS"]?.split(/\s+/) ?? [])];
  return env["NODE_USE_ENV_PROXY"] === "1" || flags.includes(flag) ? "on" : "off";
}

const httpVariables = ["http_proxy", "HTTP_PROXY"];
const httpsVariables = ["https_proxy", "HTTPS_PROXY"];
/** Other programs read these; Node does not. */
const otherVariables = ["all_proxy", "ALL_PROXY"];

/** A sentence about a proxy that is set for this URL and that Node ignores; undefined without such a proxy. */
export function ignoredProxy(url: string, env: Environment, support: ProxySupport): string | undefined {
  const target = new URL(url);
  const variables = target.protocol === "https:" ? httpsVariables : httpVariables;
  const isSet = (variable: string) => Boolean(env[variable]?.trim());
  const variable = [...variables, ...otherVariables].find(isSet);
  if (!variable || isThisMachine(target) || isExcluded(target, env)) return undefined;
  switch (support) {
    case "none":
      return `${variable} is ignored by this version of Node: update it to 22.21, 24 or later, and set NODE_USE_ENV_PROXY=1`;
    case "off":
      return `${variable} is ignored: Node needs ${otherVariables.includes(variable) ? "HTTPS_PROXY and " : ""}NODE_USE_ENV_PROXY=1`;
    case "on":
      // Node uses the proxy for http where https has no proxy of its own.
      return variables.includes(variable) || httpVariables.some(isSet)
        ? undefined
        : `${variable} is ignored: Node needs HTTPS_PROXY`;
  }
}

/** Nothing on its own machine is out of a program's reach without a proxy. */
function isThisMachine({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

const defaultPorts: Record<string, string> = { "http:": "80", "https:": "443" };

/** As undici reads NO_PROXY: hosts with their subdomains, each with a port or without, or `*` for all. */
function isExcluded({ hostname, port, protocol }: URL, env: Environment): boolean {
  const list = env["no_proxy"] ?? env["NO_PROXY"] ?? "";
  if (list.trim() === "*") return true;
  return list.split(/[,\s]+/).some((entry) => {
    const [, host = entry, onlyPort] = /^(.+):(\d+)$/.exec(entry) ?? [];
    const name = host.replace(/^\*?\./, "").toLowerCase();
    if (name === "" || (onlyPort && onlyPort !== (port || defaultPorts[protocol]))) return false;
    return hostname === name || hostname.endsWith(`.${name}`);
  });
}

/** The passwords in the addresses of proxies, as they stand there and as they are sent. */
export function proxyPasswords(env: Environment): string[] {
  return [...httpsVariables, ...otherVariables, ...httpVariables].flatMap((variable) => {
    const address = env[variable] ?? "";
    if (!URL.canParse(address)) return [];
    const { password } = new URL(address);
    return password ? [password, decoded(password)] : [];
  });
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}
