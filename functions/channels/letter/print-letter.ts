import Pdf from 'pdfkit';
import { letterFonts } from './fonts.ts';
import type { PaperLetter } from './paper-letter.ts';

const mm = 72 / 25.4;
/** DIN 5008 form B on A4, millimetres from the top left: the address lies in the window of a DL envelope. */
const layout = {
  left: 25 * mm,
  right: 20 * mm,
  senderLine: 45 * mm,
  address: 52 * mm,
  addressWidth: 80 * mm,
  info: 50 * mm,
  infoLeft: 125 * mm,
  subject: 98 * mm,
  laterTop: 30 * mm,
  bottom: 25 * mm,
} as const;
const textSize = 11;

/** The letter as a PDF; the same words give the same bytes. Letters that the font lacks print as boxes. */
export function printLetter(letter: PaperLetter): Promise<Uint8Array> {
  const fonts = letterFonts();
  const pdf = new Pdf({
    size: 'A4',
    // The standard fonts are files that a bundle does not have, and know no Cyrillic.
    font: '',
    lang: letter.language,
    displayTitle: true,
    margins: {
      top: layout.laterTop,
      bottom: layout.bottom,
      left: layout.left,
      right: layout.right,
    },
    info: { Title: letter.subject, Author: letter.sender[0] ?? '', CreationDate: letter.date },
  });
  pdf.registerFont('regular', Buffer.from(fonts.regular));
  pdf.registerFont('bold', Buffer.from(fonts.bold));
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    writeHead(pdf, letter);
    writeBody(pdf, letter);
    pdf.end();
  });
}

function writeHead(pdf: PDFKit.PDFDocument, letter: PaperLetter): void {
  const { left, address, addressWidth: width } = layout;
  pdf.font('bold').fontSize(14);
  pdf.text(letter.sender[0] ?? '', left, 20 * mm);
  pdf.font('regular').fontSize(7);
  pdf.text(letter.sender.join(' · '), left, layout.senderLine, { width, height: 10 });
  pdf.fontSize(textSize);
  pdf.text(letter.recipient.join('\n'), left, address, { width, height: 34 * mm, ellipsis: true });
  const info = [...letter.sender.slice(1), '', letter.reference, letter.dateText];
  pdf.fontSize(9).text(info.join('\n'), layout.infoLeft, layout.info, { height: 42 * mm });
}

function writeBody(pdf: PDFKit.PDFDocument, letter: PaperLetter): void {
  pdf.font('bold').fontSize(textSize);
  pdf.text(letter.subject, layout.left, layout.subject);
  pdf.moveDown(1.5);
  pdf.font('regular').text(letter.text, { lineGap: 2 });
  pdf.moveDown(2);
  pdf.text([letter.author, letter.office].join('\n'));
  if (letter.enclosures === '') return;
  pdf.moveDown(2);
  pdf.fontSize(9).text(letter.enclosures);
}
