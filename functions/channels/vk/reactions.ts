/** VK numbers its reactions and names them nowhere; these are what its apps show. */
const emoji: Readonly<Record<number, string>> = {
  1: '❤️',
  2: '🔥',
  3: '😂',
  4: '👍',
  5: '💩',
  6: '❓',
  7: '😭',
  8: '😡',
  9: '👎',
  10: '👌',
  11: '😃',
  12: '🤔',
  13: '🙏',
  14: '😘',
  15: '😍',
  16: '🎉',
};

export const emojiOf = (reactionId: number): string => emoji[reactionId] ?? '✨';
