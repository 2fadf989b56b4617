import type { WidgetTexts } from './texts.ts';

/** About a wait: 90 minutes are an hour and a half. */
const wait = (minutes: number) => {
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const hours = minutes / 60;
  return hours === 1 ? '1 hour' : `${hours} hours`;
};

export const en: WidgetTexts = {
  open: 'Open the chat',
  openUnread: (count) =>
    count === 1 ? 'Open the chat: 1 new message' : `Open the chat: ${count} new messages`,
  close: 'Close the chat',
  chat: (name) => `Chat: ${name}`,
  isOnline: 'We are here',
  isAway: (back) => (back ? `Away, back ${back}` : 'Away'),
  connecting: 'Connecting…',
  lost: 'No connection. What you write is kept and sent as soon as it is back.',
  unavailable: 'The chat is not available here. Please write to us another way.',
  greeting: 'Hello! How can we help?',
  awayGreeting: (back) =>
    `Nobody is here right now${back ? `; we are back ${back}` : ''}. Write to us all the same, and leave your e-mail address: the answer comes by mail.`,
  usually: (promise) => `We answer within ${promise}.`,
  about: (minutes) => `Waiting time: about ${wait(minutes)}.`,
  next: 'You are next.',
  position: (place) => `You are number ${place} in the queue.`,
  farBack: (place) => `You are further back than number ${place - 1} in the queue.`,
  received: 'We have your message.',
  write: 'Write a message',
  send: 'Send',
  attach: 'Attach files',
  removeFile: (name) => `Remove ${name}`,
  uploading: (name, percent) => `${name}: ${percent} %`,
  tooLong: (left) => (left >= 0 ? `${left} characters left` : `${-left} characters too many`),
  sending: 'Sending…',
  sent: 'Sent',
  read: 'Read',
  notSent: 'Not sent.',
  again: 'Send again',
  remove: 'Remove',
  you: 'You',
  desk: 'Automatic message',
  isTyping: (name) => `${name} is writing…`,
  deleted: 'This message was withdrawn.',
  edited: 'edited',
  byMail: 'by mail',
  olderCut: 'Earlier messages are not shown.',
  log: 'Messages',
  newMessage: (name) => `New message from ${name}`,
  download: (name) => `Download ${name}`,
  email: 'Your e-mail address',
  emailHint: 'The answer goes there if you have left.',
  emailWithout: 'Without an address the answer waits for you here.',
  emailSave: 'Save',
  emailWrong: 'This does not look like an e-mail address. Example: name@example.com',
  emailKnown: (address) => `If you leave, the answer goes to ${address}.`,
  emailOffer: 'Get the answer by mail if I leave',
  today: 'Today',
  yesterday: 'Yesterday',
  faults: {
    unknown: 'That did not work. Try again, or write to us another way.',
    network: 'The file did not get through. Check your connection and attach it again.',
    'upload.too-large': 'Too large: a file may have 10 MB. Send a smaller one.',
    'upload.type-refused':
      'This kind of file is not accepted. Send a picture, PDF, text, Word, Excel or MP4.',
    'upload.empty': 'This file is empty.',
    'upload.missing': 'A file did not arrive. Attach it again.',
    'upload.invalid': 'A file waited too long. Attach it again.',
    'upload.too-many': 'At most five files in one message.',
    'requests.too-many': 'That was a lot at once. Wait a little and send it again.',
    'message.empty': 'There is nothing in this message.',
  },
};
