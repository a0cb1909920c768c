import { Agent, request } from 'node:http';

/** One client that keeps its connection and sends one request after the other. */
export class Client {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** @returns {Promise<{ status: number, headers: object, bytes: number, ms: number }>} */
  get(url, headers = {}) {
    return this.#send(url, { headers });
  }

  post(url, headers, body) {
    const all = { ...headers, 'Content-Type': 'application/json' };
    return this.#send(url, { method: 'POST', headers: all }, body);
  }

  close() {
    this.#agent.destroy();
  }

  #send(url, options, body) {
    const start = performance.now();
    return new Promise((resolve, reject) => {
      const sent = request(url, { ...options, agent: this.#agent }, (response) => {
        let bytes = 0;
        response.on('data', (chunk) => (bytes += chunk.length));
        response.on('error', reject);
        response.on('end', () => {
          const { statusCode: status, headers } = response;
          resolve({ status, headers, bytes, ms: performance.now() - start });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
