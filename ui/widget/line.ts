import type { ChatFrame, ChatPush } from '../../schemas/chat.ts';

/** API Gateway closes a line that says nothing for ten minutes. */
const pingMilliseconds = 240_000;
/** A line that does not answer for so long is dead, whatever the browser believes. */
const answerMilliseconds = 15_000;
const longestDelay = 60_000;

export type LineState = 'connecting' | 'open' | 'lost';

type Parts = {
  /** Address with a token of one minute; asked before every attempt. */
  readonly address: () => Promise<string>;
  readonly hear: (message: ChatPush) => void;
  readonly changed: (state: LineState) => void;
  readonly open?: (url: string) => WebSocket;
  /** Between 0 and 1. */
  readonly random?: () => number;
};

export type Line = {
  readonly start: () => void;
  /** False when the line is down: whoever wants it said says it again later. */
  readonly send: (frame: ChatFrame) => boolean;
  /** The other end did not answer: begin anew. */
  readonly restart: () => void;
  readonly stop: () => void;
};

/** 1, 2, 4 … 60 s with some chance in it, so that a thousand browsers do not come back at once. */
export const delayOf = (attempt: number, random: number): number =>
  Math.min(longestDelay, 1000 * 2 ** attempt) * (0.5 + random / 2);

/** Keeps one WebSocket open for as long as it is wanted: pings, notices a dead one, comes back. */
export function newLine({
  address,
  hear,
  changed,
  open = (url) => new WebSocket(url),
  random = Math.random,
}: Parts): Line {
  let isWanted = false;
  let socket: WebSocket | undefined;
  let attempt = 0;
  let ping: ReturnType<typeof setInterval> | undefined;
  let dead: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const connect = async (): Promise<void> => {
    clearTimeout(waiting);
    changed('connecting');
    try {
      const url = await address();
      if (!isWanted) return;
      attach(open(url));
    } catch {
      again();
    }
  };

  const attach = (opened: WebSocket): void => {
    socket = opened;
    opened.onopen = () => {
      attempt = 0;
      ping = setInterval(sayPing, pingMilliseconds);
      changed('open');
    };
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      clearTimeout(dead);
      const message = messageOf(data);
      if (message) hear(message);
    };
    opened.onclose = () => {
      if (socket !== opened) return;
      drop();
      again();
    };
  };

  const sayPing = () => {
    send({ type: 'ping' });
    dead = setTimeout(restart, answerMilliseconds);
  };

  const drop = () => {
    clearInterval(ping);
    clearTimeout(dead);
    const old = socket;
    socket = undefined;
    old?.close();
  };

  const again = () => {
    if (!isWanted) return;
    changed('lost');
    clearTimeout(waiting);
    waiting = setTimeout(() => void connect(), delayOf(attempt, random()));
    attempt += 1;
  };

  const send = (frame: ChatFrame): boolean => {
    if (socket?.readyState !== 1) return false;
    socket.send(JSON.stringify(frame));
    return true;
  };

  const restart = () => {
    if (!isWanted) return;
    attempt = 0;
    drop();
    void connect();
  };

  return {
    start: () => {
      if (isWanted) return;
      isWanted = true;
      void connect();
    },
    send,
    restart,
    stop: () => {
      isWanted = false;
      clearTimeout(waiting);
      drop();
    },
  };
}

/** The gateway's own complaints have no type; answers without content are empty. */
function messageOf(data: string): ChatPush | undefined {
  try {
    const message = JSON.parse(data) as ChatPush | { type?: undefined };
    return message.type === undefined ? undefined : message;
  } catch {
    return undefined;
  }
}
