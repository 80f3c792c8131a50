import { startServer } from '../hubspot/local-server.ts';

interface Refusal {
  readonly status: number;
  readonly body: string;
}

/** A server before a sandbox that answers some calls in its place, for refusals in shapes that the sandbox does not have. */
export const startRefusingProxy = (
  target: string,
  refuse: (call: string, answered: number) => Refusal | undefined,
): Promise<string> =>
  startServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = 'GET', url = '/', headers } = request;
    const answer = await fetch(`${target}${url}`, {
      method,
      headers: { authorization: headers.authorization ?? '', 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: Buffer.concat(chunks) }),
    });
    const text = await answer.text();
    const refused = refuse(`${method} ${url}`, answer.status);
    response.writeHead(refused?.status ?? answer.status, { 'content-type': 'application/json' });
    response.end(refused?.body ?? text);
  });
