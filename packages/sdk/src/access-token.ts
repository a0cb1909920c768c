const maxLeadMs = 30_000;

interface Times {
  /** From here on a new token is asked for before the next request. */
  refreshAtMs: number;
  expiresAtMs: number;
}

/**
 * A bearer token as it was received. Its text is private: it shows neither in JSON nor in a log,
 * and leaves only as the value of an `Authorization` header.
 */
export class AccessToken {
  readonly #text: string;
  readonly #reader: string;
  readonly #times: Times;
  /** Set when the server refused it, or when the host had no newer one to give. */
  isRejected = false;

  constructor(text: string, receivedAtMs: number) {
    const claims = claimsOf(text);
    this.#text = text;
    this.#reader = readerOf(text, claims);
    this.#times = timesOf(claims, receivedAtMs);
  }

  /** The value of an `Authorization` header. */
  authorization(): string {
    return `Bearer ${this.#text}`;
  }

  /** The same JSON value without this token in any of its texts. */
  concealIn(value: unknown): unknown {
    return value === undefined
      ? value
      : JSON.parse(JSON.stringify(value).replaceAll(this.#text, '…'));
  }

  /** Whether two tokens let the same person see the same things. */
  hasSameReaderAs(other: AccessToken): boolean {
    return this.#reader === other.#reader;
  }

  isSameAs(other: AccessToken): boolean {
    return this.#text === other.#text;
  }

  isExpiring(nowMs: number): boolean {
    return nowMs >= this.#times.refreshAtMs;
  }

  isExpired(nowMs: number): boolean {
    return nowMs >= this.#times.expiresAtMs;
  }

  /** The host had no newer token: ask no more until this one has really expired. */
  useUp(): void {
    this.#times.refreshAtMs = this.#times.expiresAtMs;
  }
}

/** The payload of a JWT, unverified (verifying is the server's part); `{}` for an opaque token. */
function claimsOf(text: string): Record<string, unknown> {
  const [, payload = ''] = text.split('.');
  try {
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof claims === 'object' ? { ...claims } : {};
  } catch {
    return {}; // Not a JWT; opaque tokens are allowed.
  }
}

function readerOf(text: string, claims: Record<string, unknown>): string {
  const { iss, org, sub, role, permissions, slices } = claims;
  if (org === undefined && sub === undefined) return text;
  const sorted = (list: unknown) => (Array.isArray(list) ? list.map(String).sort() : list);
  return JSON.stringify([iss, org, sub, role, sorted(permissions), sorted(slices)]);
}

/**
 * A token lives `exp - iat` from its receipt on, whatever this machine's clock says; a token that
 * was not new when received is found out by the server's 401.
 */
function timesOf({ iat, exp }: Record<string, unknown>, receivedAtMs: number): Times {
  if (typeof iat !== 'number' || typeof exp !== 'number') {
    return { refreshAtMs: Infinity, expiresAtMs: Infinity };
  }
  const lifeMs = Math.max(0, exp - iat) * 1000;
  const expiresAtMs = receivedAtMs + lifeMs;
  return { refreshAtMs: expiresAtMs - Math.min(maxLeadMs, lifeMs / 4), expiresAtMs };
}
