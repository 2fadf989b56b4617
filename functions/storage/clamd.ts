import { connect } from 'node:net';
import { ScanFailed, type ScanFile, type ScanVerdict } from './scan-file.ts';

export type ClamdPlace = {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
};

const chunkBytes = 64 * 1024;
/** A verdict is one line. */
const longestAnswer = 4096;

/**
 * ClamAV's daemon over TCP: `zINSTREAM`, chunks each behind its length (4 bytes, big endian), a chunk of no length,
 * then one line ended by NUL. https://docs.clamav.net/manual/Usage/Scanning.html#clamd, clamd(8)
 */
export const clamdScanner =
  ({ host, port, timeoutMs }: ClamdPlace): ScanFile =>
  (content) =>
    new Promise((resolve, reject) => {
      const socket = connect({ host, port });
      let answer = '';
      const fail = (why: string, cause?: unknown) => {
        socket.destroy();
        reject(new ScanFailed(why, { cause }));
      };
      socket.setTimeout(timeoutMs, () => fail('clamd did not answer in time'));
      socket.on('error', (error) => fail('clamd cannot be reached', error));
      socket.on('data', (bytes: Buffer) => {
        answer += bytes.toString('latin1');
        if (answer.length > longestAnswer) fail('clamd answered without end');
      });
      socket.on('close', () => {
        const verdict = verdictOf(answer);
        if (verdict) resolve(verdict);
        else fail(`clamd answered "${answer.slice(0, 200)}"`);
      });
      socket.on('connect', () => {
        socket.write('zINSTREAM\0');
        for (let start = 0; start < content.length; start += chunkBytes)
          writeChunk(content.subarray(start, start + chunkBytes));
        writeChunk(new Uint8Array());
      });
      const writeChunk = (chunk: Uint8Array) => {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(chunk.length);
        socket.write(length);
        if (chunk.length > 0) socket.write(chunk);
      };
    });

/** `stream: OK`, `stream: <name> FOUND`; anything else, such as a size limit, says nothing about the file. */
const verdictOf = (answer: string): ScanVerdict | undefined => {
  const line = answer.split('\0')[0]?.trim() ?? '';
  if (line === 'stream: OK') return { verdict: 'clean' };
  const found = /^stream: (.{1,200}) FOUND$/.exec(line);
  return found?.[1] === undefined ? undefined : { verdict: 'infected', name: found[1] };
};
