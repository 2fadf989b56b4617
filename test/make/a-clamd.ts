import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** The harmless file that every scanner must find, in two halves so that none finds it here. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** Bytes of one INSTREAM session as the daemon reads them; undefined until it is whole. */
const streamOf = (received: Buffer): Buffer | undefined => {
  const command = 'zINSTREAM\0';
  if (received.length < command.length) return undefined;
  if (received.subarray(0, command.length).toString() !== command) throw new Error('no INSTREAM');
  const chunks: Buffer[] = [];
  let at = command.length;
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > received.length) return undefined;
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};

/**
 * A daemon that speaks clamd's protocol and knows one virus. Streams over `limitBytes` are refused as clamd refuses
 * them; one that says nothing is asked for by `isSilent`.
 */
export async function aClamd({ limitBytes = 1_000_000, isSilent = false } = {}) {
  const scanned: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received: Buffer = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes: Buffer) => {
      if (isSilent) return;
      received = Buffer.concat([received, bytes]);
      const stream = streamOf(received);
      if (!stream) return;
      scanned.push(stream.length);
      const verdict =
        stream.length > limitBytes
          ? 'INSTREAM size limit exceeded. ERROR'
          : stream.includes(eicar)
            ? 'stream: Eicar-Test-Signature FOUND'
            : 'stream: OK';
      socket.end(`${verdict}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { host: '127.0.0.1', port, scanned, close };
}
