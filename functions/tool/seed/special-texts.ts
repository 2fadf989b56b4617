/** What Outlook makes of an answer at the top of a long quoted mail. */
export const outlookText = `Dear Sirs,

I answer to the message below. It says that the purchase is confirmed "after the return period". That period ended on the 2nd. Could you please look at it again? In the table you see what I mean.

  Bought      3 October
  Delivered   7 October
  Returnable  until 2 November

Yours faithfully
Harold Pemberton

From: Kopilka Support <support@help.kopilka.example>
Sent: Monday, 12 October 2026 09:14
To: Harold Pemberton
Subject: Your purchase at Casa Azul is pending

Dear Harold,

your purchase of 3 October at Casa Azul (214.00 EUR) has been recorded. It is confirmed after the return period of the shop. You need not do anything.

Your Kopilka team`;

export const outlookHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0;font-family:Calibri,sans-serif}</style></head><body lang="EN-GB"><div class="WordSection1">
<p class="MsoNormal">Dear Sirs,</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">I answer to the message below. It says that the purchase is confirmed &quot;after the return period&quot;. That period ended on the 2nd. Could you please look at it again? In the table you see what I mean.</p>
<table border="1" cellpadding="4"><tr><td>Bought</td><td>3 October</td></tr><tr><td>Delivered</td><td>7 October</td></tr><tr><td><b>Returnable</b></td><td><b>until 2 November</b></td></tr></table>
<p class="MsoNormal">Yours faithfully<br>Harold Pemberton</p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0 0 0"><p class="MsoNormal"><b>From:</b> Kopilka Support &lt;support@help.kopilka.example&gt;<br><b>Sent:</b> Monday, 12 October 2026 09:14<br><b>To:</b> Harold Pemberton<br><b>Subject:</b> Your purchase at Casa Azul is pending</p></div>
<p class="MsoNormal">Dear Harold,</p><p class="MsoNormal">your purchase of 3 October at Casa Azul (214.00 EUR) has been recorded. It is confirmed after the return period of the shop. You need not do anything.</p>
<p class="MsoNormal">Your Kopilka team</p><img src="https://pixel.casa-azul.example/open.gif?u=88" width="1" height="1">
</div></body></html>`;

export const prizeSpam = `DEAR WINNER,

Your e-mail address has been selected in our international draw. To claim 950,000 USD send your full name, address and a copy of your passport within 48 hours.

Yours in luck,
Royal Prize Office`;

export const newsletterSpam = `Hi,

I was on your website today and noticed that you could rank much higher. We guarantee page one within 30 days or your money back. When are you free for a short call?

Best,
SEO Growth Team`;
