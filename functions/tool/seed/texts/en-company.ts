import type { TopicTexts } from './types.ts';

/** Questions to the company, in English. */
export const enCompany: Readonly<Record<'partnership' | 'legal' | 'other', TopicTexts>> = {
  partnership: {
    subjects: ['Partnership with {company}', 'Advertising on your site', 'Offer for your users'],
    opens: [
      'my name is on the signature below; I look after partnerships at {company}. We would like our shop ({site}) to be in your catalogue. Who is the right person to talk to?',
      'we run {site} with about 40,000 readers a month and are interested in your affiliate programme.',
      '{company} prepares a campaign for the eleventh of November. Is there advertising space in your newsletter, and what does it cost?',
    ],
    details: [
      'Our commission for partners is 6 to 9 %.',
      'A short call this week would be best for us.',
      'Please find our media kit attached.',
    ],
    asks: [
      'thank you for your interest. Which networks do you work with, and in which countries do you deliver? With that our managers can make you an offer.',
      'could you send us your terms for partners, the average order and the share of cancelled orders?',
    ],
    returns: [
      'we deliver to Germany, Poland and the Baltic states, and work with two networks at the moment.',
      'the average order is 74 €, about 11 % are returned. The terms are attached.',
    ],
    finals: [
      'thank you, that fits. Tomasz Wiśniewski will send you the contract and an account for our test system by the end of the week.',
      'our newsletter is full until the middle of next month, but we could offer you the banner on the category page. I attach the price list.',
      'at the moment we do not take up new shops of this category. We keep your offer and come back to you in spring.',
    ],
    notes: [
      'Traffic looks real. Returns are high for the category, ask for a trial month.',
      'Was with us in 2023, left because of late payments.',
    ],
  },
  legal: {
    subjects: [
      'Deletion of my personal data',
      'Question about the contract',
      'Request for information under the GDPR',
    ],
    opens: [
      'I would like to know which personal data you keep about me, and ask for a copy (Article 15 GDPR).',
      'please delete my account and all personal data. I have withdrawn my money.',
      'in section 7 of your terms it says that unused balance expires. Is that still part of the contract since the last change?',
    ],
    details: [
      'Please confirm that you received this.',
      'I expect an answer within the legal time.',
    ],
    asks: [
      'to protect your data we have to be sure who is asking. Please answer from the address of your account, or confirm the request in the app under Settings → Privacy.',
    ],
    returns: ['this is the address of my account, and I confirmed it in the app a minute ago.'],
    finals: [
      'the copy of your data is ready: you find it under Settings → Privacy for the next 14 days. The link opens only after signing in.',
      'your account and the data that belong to it are deleted. We have to keep records of payments for the time that tax law demands; nothing else is left.',
      'balance does not expire as long as you sign in once in two years. Section 7 was changed in your favour in January.',
    ],
    notes: [
      'Identity confirmed in the app. 30 days end next month.',
      'Asked the lawyer about invoices; answer: ten years.',
    ],
  },
  other: {
    subjects: ['A question', 'Thank you!', 'Suggestion', 'Hello'],
    opens: [
      'just a suggestion: could you show the best rate of the last month beside each shop? It would help to decide whether to wait.',
      'I only wanted to say thank you. Your colleague solved in ten minutes what I had been trying for a week.',
      'do you have a gift card, or can I invite a friend and share the bonus?',
      'is there a phone number where I can reach you? My father is 81 and does not write mails.',
    ],
    details: ['Keep up the good work.', 'I have been with you since 2018.', 'No hurry.'],
    asks: ['what would help you most: a list by mail once a week, or a sign in the catalogue?'],
    returns: ['a sign in the catalogue, I think. Mails I do not read.'],
    finals: [
      'thank you, that is a good idea. I passed it on to those who build the catalogue; they have collected eleven wishes of the same kind.',
      'thank you for your kind words, I will tell my colleague. They make our day.',
      'you can invite a friend in the app under "Friends": both of you get 3 € after the first confirmed purchase.',
      'we have no hotline, but if you leave us his number we call back between 10 and 18 o’clock, whatever day he prefers.',
    ],
    notes: [
      'Wish no. 12 for the price history. Counted in the sheet.',
      'Forwarded the praise to the team channel.',
    ],
  },
};
