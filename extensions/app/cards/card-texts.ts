/** What a card says before it has the server's words, or without them. All else comes from the server. */

/** Why there is nothing to show: the reader's next move differs. `outdated`: the server is older than the card. */
export type FailureReason = 'unreachable' | 'refused' | 'not_set_up' | 'outdated';

export interface CardTexts {
  readonly loading: string;
  readonly failed: string;
  readonly failures: Readonly<Record<FailureReason, string>>;
  readonly retry: string;
}

const en: CardTexts = {
  loading: 'Loading the health score',
  failed: 'The health score could not be loaded',
  failures: {
    unreachable: 'The server gave no usable answer. Try again in a minute.',
    refused: 'The server did not accept the request. Ask an admin to check how the app is set up.',
    not_set_up: 'The card does not know its server. Ask an admin to check how the app is set up.',
    outdated: 'The app is being updated. Try again in a few minutes.',
  },
  retry: 'Try again',
};

const it: CardTexts = {
  loading: 'Caricamento del punteggio di salute',
  failed: 'Impossibile caricare il punteggio di salute',
  failures: {
    unreachable: 'Il server non ha dato una risposta utilizzabile. Riprova tra un minuto.',
    refused:
      'Il server non ha accettato la richiesta. Chiedi a un amministratore di controllare la configurazione dell’app.',
    not_set_up:
      'La scheda non conosce il proprio server. Chiedi a un amministratore di controllare la configurazione dell’app.',
    outdated: 'L’app è in fase di aggiornamento. Riprova tra qualche minuto.',
  },
  retry: 'Riprova',
};

const ko: CardTexts = {
  loading: '건강 점수를 불러오는 중',
  failed: '건강 점수를 불러오지 못했습니다',
  failures: {
    unreachable: '서버에서 쓸 수 있는 응답을 받지 못했습니다. 잠시 후 다시 시도하세요.',
    refused: '서버가 요청을 받아들이지 않았습니다. 관리자에게 앱 설정을 확인해 달라고 하세요.',
    not_set_up: '카드가 서버 주소를 모릅니다. 관리자에게 앱 설정을 확인해 달라고 하세요.',
    outdated: '앱을 업데이트하는 중입니다. 몇 분 후에 다시 시도하세요.',
  },
  retry: '다시 시도',
};

const ro: CardTexts = {
  loading: 'Se încarcă scorul de sănătate',
  failed: 'Scorul de sănătate nu a putut fi încărcat',
  failures: {
    unreachable: 'Serverul nu a dat un răspuns utilizabil. Încercați din nou peste un minut.',
    refused: 'Serverul nu a acceptat cererea. Rugați un administrator să verifice configurarea aplicației.',
    not_set_up: 'Cardul nu își cunoaște serverul. Rugați un administrator să verifice configurarea aplicației.',
    outdated: 'Aplicația se actualizează. Încercați din nou peste câteva minute.',
  },
  retry: 'Încercați din nou',
};

const tr: CardTexts = {
  loading: 'Sağlık puanı yükleniyor',
  failed: 'Sağlık puanı yüklenemedi',
  failures: {
    unreachable: 'Sunucu kullanılabilir bir yanıt vermedi. Bir dakika sonra yeniden deneyin.',
    refused: 'Sunucu isteği kabul etmedi. Bir yöneticiden uygulamanın kurulumunu denetlemesini isteyin.',
    not_set_up: 'Kart, sunucusunu bilmiyor. Bir yöneticiden uygulamanın kurulumunu denetlemesini isteyin.',
    outdated: 'Uygulama güncelleniyor. Birkaç dakika sonra yeniden deneyin.',
  },
  retry: 'Yeniden dene',
};

const BY_LANGUAGE: Readonly<Record<string, CardTexts>> = { en, it, ko, ro, tr };

/** In the locale's language; English where there are none. */
export const cardTexts = (locale: string): CardTexts => BY_LANGUAGE[locale.split('-')[0] ?? ''] ?? en;
