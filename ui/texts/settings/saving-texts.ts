/** What every page that saves a list says about saving. */
const en = {
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved. In force within ten seconds.',
  unsaved: 'Not saved yet',
  kept: 'Your changes are not saved. They stay on this page until you close the tab.',
  discard: 'Discard changes',
  discarded: 'Your changes were discarded',
  invalid: 'This cannot be saved yet. What is named in red has to be mended.',
  stale: 'Somebody saved this list after you opened it. What you wrote is still here.',
  reload: 'Show what they saved',
  overwrite: 'Save mine over it',
  readOnly: 'You may look at this, not change it.',
  loading: 'Loading…',
};
const ru: typeof en = {
  save: 'Сохранить',
  saving: 'Сохраняем…',
  saved: 'Сохранено. Начнёт действовать за десять секунд.',
  unsaved: 'Ещё не сохранено',
  kept: 'Изменения не сохранены. Они ждут на этой странице, пока открыта вкладка.',
  discard: 'Отменить изменения',
  discarded: 'Изменения отменены',
  invalid: 'Так сохранить нельзя. Исправьте то, что выделено красным.',
  stale:
    'Кто-то сохранил этот список после того, как вы его открыли. Всё, что вы написали, осталось здесь.',
  reload: 'Показать, что сохранили',
  overwrite: 'Сохранить моё поверх',
  readOnly: 'Вы можете это смотреть, но не менять.',
  loading: 'Загружаем…',
};
export const savingTexts = { en, ru };
