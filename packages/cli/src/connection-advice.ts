/** What to do about a connection that failed, by the code of its `NetworkError`. */
export function connectionAdvice(code = ""): string {
  const found = advice.find(([codes]) => codes.test(code));
  return (
    found?.[1] ?? "check the network; a proxy, if there is one, needs HTTPS_PROXY and NODE_USE_ENV_PROXY=1"
  );
}

const advice: readonly [codes: RegExp, advice: string][] = [
  [
    /^PROXY_407$/,
    "give the proxy's user name and password in HTTPS_PROXY, as in http://user:password@host:port, each URL-encoded",
  ],
  [
    /^PROXY_/,
    "check that the proxy in HTTPS_PROXY may connect to this host, or name the host in NO_PROXY to connect without it",
  ],
  [/^UND_ERR_PRX_/, "check the address of the proxy in HTTPS_PROXY, and whether it is up"],
  [
    /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/,
    "check the date of this machine; if it is right, the certificate must be renewed where the connection ends: at the service, or at a proxy in between",
  ],
  [
    /^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/,
    "check the host name in --base-url or MONGODB_ATLAS_BASE_URL: another host presented its certificate, perhaps a proxy or a login page of the network",
  ],
  [
    /^UNABLE_TO_|SELF_SIGNED_CERT/,
    "trust the certificate of what is in between, such as a proxy: NODE_EXTRA_CA_CERTS names a file of further ones",
  ],
  [
    /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG)$|^EPROTO$/,
    "check the port in --base-url or MONGODB_ATLAS_BASE_URL: it does not speak https; a mock on this machine takes http://",
  ],
  [
    /^ERR_SSL_\w*(PROTOCOL|HANDSHAKE_FAILURE)/,
    "check what is in between, such as a proxy: it must speak TLS 1.2 or later",
  ],
  [
    /^RESPONSE_TOO_LARGE$/,
    "check the host in --base-url or MONGODB_ATLAS_BASE_URL: the service does not send responses that large",
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    "check the host name in --base-url, MONGODB_ATLAS_BASE_URL or HTTPS_PROXY, and the name server of this machine",
  ],
  [
    /^ECONNREFUSED$/,
    "check the host and the port in --base-url, MONGODB_ATLAS_BASE_URL or HTTPS_PROXY: nothing listens there",
  ],
];
