import { Code, ConnectError } from '@connectrpc/connect';

const codes: Readonly<Record<number, Code>> = {
  400: Code.InvalidArgument,
  404: Code.NotFound,
  409: Code.FailedPrecondition,
  503: Code.Unavailable,
};

/** Reads a document that is not behind Connect; fails with the same kinds of errors. */
export async function readJson<T>(address: string, signal: AbortSignal): Promise<T> {
  return (await read(address, signal)).json();
}

/** Reads what is neither: empty where the service answers that there is nothing. */
export async function readBytes(address: string, signal: AbortSignal): Promise<Uint8Array> {
  return new Uint8Array(await (await read(address, signal)).arrayBuffer());
}

async function read(address: string, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) {
    const problem = answer.headers.get('content-type')?.startsWith('application/problem+json') ? await answer.json() : undefined;
    throw new ConnectError(problem?.detail ?? answer.statusText, codes[answer.status] ?? Code.Internal);
  }
  return answer;
}
