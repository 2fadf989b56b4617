type Addressee = { readonly name: string; readonly address: readonly string[] };

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** An envelope's lines, the name first: a customer's identity on paper, and what a letter of ours is addressed with. */
export const addressBlock = ({ name, address }: Addressee): string =>
  [name, ...address]
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, 320);
