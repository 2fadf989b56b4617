import type { TopicTexts } from './types.ts';

/** Questions about using the service, in English. */
export const enUsing: Readonly<Record<'how-to' | 'account' | 'parcels' | 'bug', TopicTexts>> = {
  'how-to': {
    subjects: [
      'How do I order properly?',
      'Extension for {browser}',
      'How to use cash-back with the app?',
    ],
    opens: [
      'I am new here. How do I order at {shop} so that the cash-back is counted for sure?',
      'how do I install your extension in {browser}? The button on the page does nothing.',
      'can I use a promo code of {shop} and still get cash-back?',
      'how to order with the phone: through your app, or in the browser of the phone?',
    ],
    details: [
      'I read the rules but they confuse me a little.',
      'My mother would like to use it too, so please explain it simply.',
      'I use an ad blocker, if that matters.',
    ],
    asks: [
      'which version of {browser} do you have? You find it in the menu under Help → About.',
      'on which device would you like to order: computer, Android or iPhone?',
    ],
    returns: [
      'it says {browser}, the newest one, on Windows 11.',
      'on an iPhone. I do not have a computer.',
    ],
    finals: [
      'open {shop} from our catalogue, press "Activate", put things in the basket only after that, and pay in the same window. That is all. Codes from our page are safe; codes from elsewhere are not.',
      'in {browser} open the extensions’ page, switch on "Allow from store", and press "Install" again. Then the sign next to the address turns green at shops that take part.',
      'with an iPhone the surest way is our app: choose {shop} there and finish the order in the window that opens. If the shop’s own app opens instead, go back and hold the link, then "Open in browser".',
    ],
    notes: ['Another one with the install button in {browser}. Add to the article?'],
  },
  account: {
    subjects: [
      'I cannot log in',
      'Change of my e-mail address',
      'Two accounts by accident',
      'Lost access to my account',
    ],
    opens: [
      'I cannot log in any more. The password letter does not arrive, I looked in the spam folder as well.',
      'I have made a second account by accident with my work address. Can you merge them? There are {amount} on the second one.',
      'please change the login of my account to this address. I no longer have the old one.',
      'somebody tried to sign in to my account from another country, I got three letters about it last night.',
    ],
    details: [
      'My phone number is still the same.',
      'I last logged in on {date}.',
      'There is money on the account, so I am a little worried.',
    ],
    asks: [
      'to make sure that the account is yours, please name two recent purchases with shop and amount, and the month in which you registered.',
      'for your safety we only change a login after a check. Please write from the old address if you can, or tell us the last payout’s date and amount.',
    ],
    returns: [
      'the last ones were {shop} for {amount} and a flower shop, I think 34 €. I registered in spring 2021.',
      'I cannot use the old address. The last payout was on {date}, {amount}, to my card.',
    ],
    finals: [
      'thank you, that is enough for us. Your login is changed, and a letter for a new password is on its way to this address.',
      'the two accounts are one now. The balance of the second one was added, and its purchases will be confirmed in the first.',
      'we signed out all devices and reset your password. Nobody got in: all three attempts failed at the password. Please choose a new one that you use nowhere else.',
    ],
    notes: [
      'Answers match: shops and payout date right, month of registration one off. Fine.',
      'Attempts came from 198.51.100.7, blocked by the rate limit. No session was opened.',
    ],
  },
  parcels: {
    subjects: ['Where is my parcel {track}?', 'Tracking does not move', 'Parcel from {shop}'],
    opens: [
      'my parcel {track} from {shop} has not moved for 12 days. The tracking says "left the country of origin".',
      'the shop says delivered on {date}, but I received nothing and there was no note in my letter box.',
      'I would like to know where my shipment {track} is. {shop} does not answer my messages.',
    ],
    details: [
      'The order was {order}, {amount}.',
      'It is a birthday present, so time matters.',
      'The neighbours do not have it either.',
    ],
    asks: [
      'could you tell us whether your parcel came in one piece with other orders? The number {track} belongs to a collective shipment of 14 parcels.',
      'please send us the whole tracking history as text or as a picture; the carrier shows us only the last station.',
    ],
    returns: [
      'it was one parcel with two things in it. Here is the history.',
      'I ordered three times that week, so it may have been packed together.',
    ],
    finals: [
      'the parcel lies in customs and is released since this morning; the carrier expects to deliver it within five days. If it does not come by then, open a dispute with {shop} before the buyer’s protection ends.',
      'the carrier says it was handed over at a parcel shop close to you, not at your door. We attach the address and the code for picking it up.',
      'we do not sell or send things ourselves, but we asked {shop} for you: they will send it again at no cost. You will get a new number from them by mail.',
    ],
    notes: [
      'Carrier hotline: released from customs 06:40.',
      'Shop promised resend, no number yet. Ask again on Monday.',
    ],
  },
  bug: {
    subjects: [
      'Error on the payout page',
      'The app crashes',
      'Search does not work in {browser}',
      'White page after login',
    ],
    opens: [
      'the page with my purchases stays white in {browser}. It worked until {date}.',
      'the app crashes when I open {shop} in the catalogue. I installed it again, no change.',
      'when I press "Request payout" I get "Error 422" and nothing happens.',
      'your extension does not work since the last update: the sign stays grey at {shop} although it should be green.',
    ],
    details: [
      'I emptied the cache already.',
      'In another browser it works.',
      'I attach a screenshot.',
      'It happens every time.',
    ],
    asks: [
      'thank you for telling us. Which version of the app do you have (Settings → About), and on which phone?',
      'could you open the page once more with F12 pressed, and send us a screenshot of what the console shows in red?',
    ],
    returns: [
      'version 7.14.2 on a Galaxy A54, Android 16.',
      'here is the picture. It says something about "undefined is not a function".',
    ],
    finals: [
      'our developers found it: a field without a date broke the list. It is repaired since this afternoon; please reload the page once with Ctrl+F5.',
      'the repaired version 7.14.3 is in the stores now. Thank you for your patience, your report helped us to find it.',
      'we could reproduce it only with an old version of the extension. Please remove it and install it again from the store; your settings are kept.',
    ],
    notes: [
      'Reproduced on staging with an account without birth date. Filed as APP-2291.',
      'Same stack as APP-2291. Linked.',
      'Only happens with extension 4.8; 4.9 is rolling out.',
    ],
  },
};
