import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** How the server answers. */
export type KeyServerMode = 'keys' | 'error' | 'garbage' | 'redirect' | 'silent' | 'reset';

/** A key pair of an issuer, under its `kid`. */
export interface IssuerKey {
  readonly kid: string;
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** An issuer's JWKS over HTTP; disposing of it closes it. */
export interface KeyServer extends AsyncDisposable {
  readonly url: string;
  /** What is published from now on. */
  published: readonly IssuerKey[];
  mode: KeyServerMode;
  /** How often the keys were asked for. */
  readonly requests: number;
}

export async function issuerKey(kid: string, alg = 'ES256'): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** Signs claims with an issuer's key. */
export const signBy = ({ kid, alg, privateKey }: IssuerKey, claims: object): Promise<string> =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg, kid }).sign(privateKey);

export async function serveKeys(...published: IssuerKey[]): Promise<KeyServer> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests++;
    switch (keys.mode) {
      case 'silent':
        return;
      case 'reset':
        return void request.socket.destroy();
      case 'redirect':
        return void response.writeHead(302, { Location: '/elsewhere' }).end();
      case 'error':
        return void response.writeHead(500).end('no');
      case 'garbage':
        return void response.end('<html>');
      default:
        response.end(JSON.stringify({ keys: keys.published.map(({ jwk }) => jwk) }));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const keys: KeyServer = {
    url: `http://127.0.0.1:${port}/jwks.json`,
    published,
    mode: 'keys',
    get requests() {
      return requests;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return keys;
}
