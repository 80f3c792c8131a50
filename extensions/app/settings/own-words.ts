/**
 * The page's own words, for while the server has not answered: all else comes from the server, in the reader's language.
 */
import type { FailureReason } from './settings-api.ts';

export interface OwnWords {
  readonly loading: string;
  readonly failed: string;
  readonly reasons: Readonly<Record<FailureReason, string>>;
  readonly retry: string;
}

const en: OwnWords = {
  loading: 'Loading the settings',
  failed: 'This could not be loaded',
  reasons: {
    unreachable: 'The server gave no usable answer. Check your connection, and try again in a minute.',
    refused: 'The server did not accept the request. Ask an admin to check how the app is set up.',
    not_set_up: 'The page does not know its server. Ask an admin to check how the app is set up.',
    declined: 'The server declined this.',
  },
  retry: 'Try again',
};

const it: OwnWords = {
  loading: 'Caricamento delle impostazioni',
  failed: 'Impossibile caricare',
  reasons: {
    unreachable: 'Il server non ha dato una risposta utilizzabile. Controlla la connessione e riprova tra un minuto.',
    refused:
      'Il server non ha accettato la richiesta. Chiedi a un amministratore di controllare la configurazione dell’app.',
    not_set_up:
      'La pagina non conosce il suo server. Chiedi a un amministratore di controllare la configurazione dell’app.',
    declined: 'Il server ha rifiutato la richiesta.',
  },
  retry: 'Riprova',
};

const ko: OwnWords = {
  loading: '설정을 불러오는 중',
  failed: '불러오지 못했습니다',
  reasons: {
    unreachable: '서버에서 쓸 수 있는 응답을 받지 못했습니다. 연결을 확인하고 잠시 후 다시 시도하세요.',
    refused: '서버가 요청을 받아들이지 않았습니다. 관리자에게 앱 설정을 확인해 달라고 하세요.',
    not_set_up: '페이지가 서버 주소를 모릅니다. 관리자에게 앱 설정을 확인해 달라고 하세요.',
    declined: '서버가 요청을 거절했습니다.',
  },
  retry: '다시 시도',
};

const ro: OwnWords = {
  loading: 'Se încarcă setările',
  failed: 'Nu s-a putut încărca',
  reasons: {
    unreachable: 'Serverul nu a dat un răspuns utilizabil. Verificați conexiunea și încercați din nou peste un minut.',
    refused: 'Serverul nu a acceptat cererea. Rugați un administrator să verifice configurarea aplicației.',
    not_set_up: 'Pagina nu își cunoaște serverul. Rugați un administrator să verifice configurarea aplicației.',
    declined: 'Serverul a refuzat cererea.',
  },
  retry: 'Încercați din nou',
};

const tr: OwnWords = {
  loading: 'Ayarlar yükleniyor',
  failed: 'Yüklenemedi',
  reasons: {
    unreachable:
      'Sunucu kullanılabilir bir yanıt vermedi. Bağlantınızı kontrol edin ve bir dakika sonra yeniden deneyin.',
    refused: 'Sunucu isteği kabul etmedi. Bir yöneticiden uygulamanın kurulumunu kontrol etmesini isteyin.',
    not_set_up: 'Sayfa sunucusunu bilmiyor. Bir yöneticiden uygulamanın kurulumunu kontrol etmesini isteyin.',
    declined: 'Sunucu isteği reddetti.',
  },
  retry: 'Yeniden dene',
};

const LANGUAGES: Readonly<Record<string, OwnWords>> = { en, it, ko, ro, tr };

/** In the locale's language; English where there is none. */
export const ownWords = (locale: string): OwnWords => LANGUAGES[locale.split('-')[0] ?? ''] ?? en;
