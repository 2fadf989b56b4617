import { receiptPdf, screenshotPng } from './pictures.ts';
import type { Story } from './story.ts';

const day = 24 * 60;

/** A hard case over nine days: three agents, a hand-over, files from both sides, an impatient customer. */
export const longThread = (story: Story): Story => ({
  ...story,
  agent: 'priya',
  turns: [
    { minutes: 140, does: 'claim' },
    {
      minutes: 12,
      does: 'note',
      text: 'Two devices, two people. By the terms nothing, but 3,480 € is the biggest order of the month. Not declining yet.',
    },
    {
      minutes: 5,
      does: 'reply',
      leaves: 'waiting',
      text: 'Dear Ms von Hohenstein-Rautenberg,\n\ncongratulations! To see what can be done we need the confirmation of Almaz Travel, and a screenshot of your husband’s history with the activation.\n\nWe are here if you need us.',
    },
    {
      minutes: 420,
      does: 'customer',
      text: 'Here are both. He activated it at 20:02, I paid at 20:31.',
      files: [
        {
          name: 'Almaz confirmation AT-88120.pdf',
          type: 'application/pdf',
          content: receiptPdf([
            'Almaz Travel',
            'Booking AT-88120',
            'Two persons, 14 nights',
            'Total 3,480.00 EUR',
          ]),
        },
        {
          name: 'activation.png',
          type: 'image/png',
          content: screenshotPng([0x18, 0x80, 0x38], 3),
        },
      ],
    },
    { minutes: 35, does: 'priority', priority: 'high' },
    {
      minutes: 10,
      does: 'reply',
      leaves: 'open',
      text: 'Thank you, that helps. I asked the shop whether they can see both visits. They answer within two working days as a rule.',
    },
    { minutes: 5, does: 'status', status: 'on_hold' },
    { minutes: 2 * day, does: 'customer', text: 'Is there any news from Almaz Travel?' },
    {
      minutes: 55,
      does: 'reply',
      leaves: 'open',
      text: 'Not yet, I am sorry. I have written to them once more and asked for the person who looks after us there.',
    },
    { minutes: 1_300, does: 'release' },
    {
      minutes: 20,
      does: 'note',
      by: 'martin',
      text: 'Priya is away until Thursday, I take this one. Spoke to Almaz on the phone: they see the phone’s visit but no order on it. They would accept a goodwill split, half and half.',
    },
    {
      minutes: 15,
      does: 'reply',
      by: 'martin',
      leaves: 'waiting',
      text: 'Dear Ms von Hohenstein-Rautenberg,\n\nI have taken over from my colleague. Almaz Travel offers to credit half of the cash-back, although the order was paid on another device. Would that be all right for you?\n\nMartin Lindqvist',
    },
    {
      minutes: 260,
      does: 'customer',
      text: 'Half is better than nothing, but your extension showed us the green sign on BOTH devices. That is misleading, so I would like the whole.',
    },
    {
      minutes: 90,
      does: 'note',
      by: 'martin',
      text: 'She is right about the sign, see APP-2304. Proposal: half from the shop, half from us (52.20 €). Olga, do you agree?',
    },
    {
      minutes: 200,
      does: 'note',
      by: 'olga',
      text: 'Agreed. And thank her for the report about the sign.',
    },
    {
      minutes: 30,
      does: 'reply',
      by: 'martin',
      leaves: 'open',
      text: 'You are right about the sign, it should not have been green on the second device, and we are changing that. We add the other half ourselves. I will write again when both halves are in your history.',
    },
    {
      minutes: 1_500,
      does: 'customer',
      text: 'Thank you, that is fair. Please let me know when it is there.',
    },
  ],
});
