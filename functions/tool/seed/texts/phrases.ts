import type { Language } from '../../../../schemas/primitives.ts';
import type { Phrases } from './types.ts';

export const phrases: Readonly<Record<Language, Phrases>> = {
  en: {
    hellos: ['Hello,', 'Hi there,', 'Good morning,', 'Good evening,', 'Dear support,', 'Hi,'],
    byes: [
      'Thank you,\n{name}',
      'Best regards,\n{name}',
      'Thanks!\n{name}',
      'Kind regards\n{name}',
      'Regards, {name}',
      '{name}',
    ],
    agentHellos: ['Hello {first},', 'Dear {first},', 'Good day, {first},'],
    agentByes: [
      'If anything is left open, just answer this message.',
      'Have a good day!',
      'Please write to us if you have further questions.',
      'We are here if you need us.',
    ],
    thanks: [
      'Perfect, thank you very much!',
      'Great, it is there now. Thanks for the quick help.',
      'Thank you, that solved it.',
      'Understood, thanks. Not what I hoped for, but at least I know now.',
    ],
    nudges: [
      'Is there any news?',
      'I still have no answer. Could somebody please look at this?',
      'It has been a while. Did you find out anything?',
    ],
    reassurances: [
      'we are still waiting for the shop’s answer and have asked them again today. I am sorry that it takes so long.',
      'nothing new yet, but you are not forgotten: the case is on my desk and I look at it every morning.',
    ],
  },
  ru: {
    hellos: [
      'Здравствуйте!',
      'Добрый день,',
      'Доброе утро!',
      'Добрый вечер,',
      'Здравствуйте, уважаемая поддержка,',
      'Привет!',
    ],
    byes: [
      'Спасибо,\n{name}',
      'С уважением,\n{name}',
      'Заранее спасибо!\n{name}',
      '{name}',
      'Жду ответа. {name}',
    ],
    agentHellos: ['Здравствуйте, {first}!', 'Добрый день, {first}!', '{first}, здравствуйте!'],
    agentByes: [
      'Если что-то останется неясным, просто ответьте на это письмо.',
      'Хорошего дня!',
      'Будут вопросы — пишите, поможем.',
      'Мы на связи.',
    ],
    thanks: [
      'Всё получилось, большое спасибо!',
      'Отлично, уже вижу. Спасибо за быструю помощь.',
      'Спасибо, вопрос решён.',
      'Понятно, спасибо. Жаль, но теперь хотя бы знаю.',
    ],
    nudges: [
      'Есть ли новости?',
      'Ответа всё ещё нет. Посмотрите, пожалуйста.',
      'Прошло уже много времени, что-нибудь выяснилось?',
    ],
    reassurances: [
      'магазин пока не ответил, сегодня мы спросили ещё раз. Простите, что так долго.',
      'пока новостей нет, но о вас помним: обращение на контроле, проверяем каждое утро.',
    ],
  },
};
