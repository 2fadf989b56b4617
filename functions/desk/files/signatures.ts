/** Bytes a kind of file begins with; `at` is where, 0 unless told. From the formats' own specifications. */
export type Signature = {
  readonly type: string;
  readonly bytes: readonly number[];
  readonly at?: number;
};

const ascii = (text: string): readonly number[] =>
  Array.from(text, (letter) => letter.charCodeAt(0));

/** The first that fits wins: longer and rarer ones stand before short ones. */
export const signatures: readonly Signature[] = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', bytes: ascii('GIF8') },
  { type: 'image/webp', bytes: ascii('WEBP'), at: 8 },
  { type: 'audio/wav', bytes: ascii('WAVEfmt'), at: 8 },
  { type: 'video/x-msvideo', bytes: ascii('AVI '), at: 8 },
  { type: 'image/tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { type: 'image/vnd.microsoft.icon', bytes: [0x00, 0x00, 0x01, 0x00] },
  { type: 'image/avif', bytes: ascii('ftypavif'), at: 4 },
  { type: 'image/heic', bytes: ascii('ftyphei'), at: 4 },
  { type: 'image/heic', bytes: ascii('ftypmif1'), at: 4 },
  { type: 'video/quicktime', bytes: ascii('ftypqt'), at: 4 },
  { type: 'video/3gpp', bytes: ascii('ftyp3g'), at: 4 },
  { type: 'audio/mp4', bytes: ascii('ftypM4A'), at: 4 },
  { type: 'video/mp4', bytes: ascii('ftyp'), at: 4 },
  { type: 'video/webm', bytes: [0x1a, 0x45, 0xdf, 0xa3] },
  { type: 'audio/ogg', bytes: ascii('OggS') },
  { type: 'audio/flac', bytes: ascii('fLaC') },
  { type: 'audio/amr', bytes: ascii('#!AMR') },
  { type: 'audio/mpeg', bytes: ascii('ID3') },
  { type: 'audio/mpeg', bytes: [0xff, 0xfb] },
  { type: 'audio/mpeg', bytes: [0xff, 0xf3] },
  { type: 'audio/mpeg', bytes: [0xff, 0xf2] },
  { type: 'audio/aac', bytes: [0xff, 0xf1] },
  { type: 'audio/aac', bytes: [0xff, 0xf9] },
  { type: 'application/pdf', bytes: ascii('%PDF-') },
  { type: 'application/postscript', bytes: ascii('%!PS') },
  { type: 'application/rtf', bytes: ascii('{\\rtf') },
  { type: 'application/x-ole-storage', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { type: 'application/zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { type: 'application/zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { type: 'application/vnd.rar', bytes: [...ascii('Rar!'), 0x1a, 0x07] },
  { type: 'application/x-7z-compressed', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { type: 'application/gzip', bytes: [0x1f, 0x8b] },
  { type: 'application/x-bzip2', bytes: ascii('BZh') },
  { type: 'application/x-xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { type: 'application/zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { type: 'application/ms-tnef', bytes: [0x78, 0x9f, 0x3e, 0x22] },
  { type: 'application/x-elf', bytes: [0x7f, ...ascii('ELF')] },
  { type: 'application/java-vm', bytes: [0xca, 0xfe, 0xba, 0xbe] },
  { type: 'application/vnd.microsoft.portable-executable', bytes: ascii('MZ') },
  { type: 'image/bmp', bytes: ascii('BM') },
];

/** Containers tell little of what is in them: what was declared is believed if it is one of these. */
export const specializations: Readonly<Record<string, RegExp>> = {
  'application/zip':
    /^application\/(vnd\.(openxmlformats|oasis|ms-|android|apple)|epub\+zip|java-archive|x-zip)/,
  'application/x-ole-storage': /^application\/(msword|vnd\.(ms-|visio)|x-msi)/,
  'application/gzip': /^application\/(x-tgsticker|x-gzip|x-gtar|x-tar|x-compressed-tar)/,
  'audio/ogg': /^(audio\/(opus|vorbis|x-opus\+ogg)|video\/ogg|application\/ogg)/,
  'video/mp4': /^(audio\/(mp4|x-m4a|m4a)|video\/(x-m4v|3gpp|quicktime))/,
  'video/webm': /^(audio\/webm|video\/x-matroska|audio\/x-matroska)/,
  'image/heic': /^image\/(heif|heic-sequence|heif-sequence|avif)/,
  'audio/wav': /^audio\/(x-wav|wave|vnd\.wave)/,
  'audio/aac': /^audio\/aacp/,
};
