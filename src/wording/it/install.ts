import type { install as english } from '../en/install.ts';
import type { Sentences } from '../sentences.ts';

export const install: Sentences<typeof english> = {
  'install.connect': 'Collega con HubSpot',
  'install.again': 'Ricomincia',
  'install.connected.title': 'Collegato',
  'install.connected.text':
    'L’app è collegata all’account HubSpot {account}. La pagina di configurazione si apre da sola.',
  'install.connected.go': 'Apri la pagina di configurazione',
  'install.stale.title': 'Questo collegamento non può essere completato',
  'install.stale.text':
    'È stato avviato in un altro browser, è già stato completato o risale a più di dieci minuti fa. Non è stato collegato nulla. Ricomincia da qui.',
  'install.denied.title': 'Non è stato collegato nulla',
  'install.denied.text':
    'In HubSpot hai scelto di non concedere l’accesso. Non è stato letto né salvato nulla. Puoi ricominciare in qualsiasi momento.',
  'install.code.title': 'HubSpot non ha confermato il collegamento',
  'install.code.text': 'La conferma era scaduta o già usata. Non è stato collegato nulla. Ricomincia.',
  'install.scope.title': 'Manca un’autorizzazione',
  'install.scope.text':
    'HubSpot non ha concesso {scopes}: senza, nessun punteggio può essere calcolato o scritto. Non è stato collegato nulla. Chiedi a un super amministratore dell’account di ricominciare.',
  'install.error.title': 'HubSpot ha interrotto il collegamento',
  'install.error.text':
    'HubSpot ha indicato questo motivo: {reason}. Non è stato collegato nulla. Ricomincia; se succede di nuovo, rivolgiti a un super amministratore dell’account.',
  'install.unreachable.title': 'HubSpot al momento non risponde',
  'install.unreachable.text': 'Non è stato collegato nulla. Attendi qualche minuto, poi ricomincia.',
  'install.wrong_account.title': 'Era un altro account HubSpot',
  'install.wrong_account.text':
    'Il link è per l’account {asked}, ma è stato scelto l’account {chosen}. Non è stato collegato nulla. Ricomincia e scegli l’account {asked}.',
  'install.session.title': 'Collega di nuovo',
  'install.session.text':
    'Questa pagina è aperta per un’ora a chi ha collegato l’account. Collega di nuovo per vederla; ciò che è stato letto c’è ancora.',
  'install.form.title': 'Questo pulsante non era più valido',
  'install.form.text': 'Non è stato modificato nulla. Riapri la pagina e premi il pulsante lì.',
  'install.form.go': 'Riapri la pagina',
  'install.gone.title': 'L’app non è più collegata',
  'install.gone.text': 'È stata rimossa da questo account in HubSpot. Collega di nuovo per proseguire.',
  'install.failed.title': 'Qualcosa è andato storto',
  'install.failed.text':
    'L’errore è nostro ed è stato registrato. Riprova; se succede di nuovo, comunica questo codice alla nostra assistenza: {request}',
  'setup.reading.title': 'È in corso la lettura del tuo account HubSpot',
  'setup.reading.text':
    'Puoi chiudere questa pagina e tornare: la lettura continua. In HubSpot non viene scritto nulla prima del tuo consenso.',
  'setup.reading.waiting': 'È in attesa del suo turno e comincia entro pochi minuti.',
  'setup.reading.records': 'Record letti: {read, number} su {expected, number}',
  'setup.reading.records_so_far': 'Record letti: {read, number}',
  'setup.reading.companies': 'Aziende valutate: {scored, number} su {expected, number}',
  'setup.reading.left': 'Tempo rimanente: circa {left}',
  'setup.reading.failed': 'L’ultimo tentativo si è interrotto. Riprende da solo da dove si era fermato, entro un’ora.',
  'setup.preview.title': 'I tuoi primi punteggi',
  'setup.preview.text': 'Ecco che cosa scriverebbe l’app. In HubSpot non è stato ancora scritto nulla.',
  'setup.preview.counted': 'Clienti: {customers, number} su {companies, number} aziende. Aggiornato a: {day}.',
  'setup.band.healthy': 'In salute',
  'setup.band.at_risk': 'A rischio',
  'setup.band.unhealthy': 'Critico',
  'setup.band.unknown': 'Sconosciuto',
  'setup.unscored.title': 'Chi non ha un punteggio, e perché',
  'setup.unscored.line': '{reason}: {count, number}',
  'setup.reason.no_facts': 'Del cliente non si sa nulla',
  'setup.reason.low_coverage': 'Del cliente si sa troppo poco',
  'setup.reason.few_dimensions': 'Del cliente si conosce un solo aspetto',
  'setup.reason.no_purchase_or_stage': 'Non cliente, secondo acquisti e fase del ciclo di vita',
  'setup.reason.not_named': 'Non cliente, secondo la proprietà che indica i clienti',
  'setup.reason.churned': 'Non più cliente',
  'setup.reason.own_company': 'La tua azienda',
  'setup.reason.partner': 'Azienda partner',
  'setup.reason.vendor': 'Fornitore',
  'setup.reason.competitor': 'Concorrente',
  'setup.reason.test_company': 'Azienda di prova',
  'setup.reason.excluded': 'Esclusa dal modello di salute',
  'setup.receipts.title': 'I punteggi più bassi, e che cosa è costato i punti',
  'setup.receipts.none': 'Nessun cliente ha potuto ricevere un punteggio; l’elenco qui sopra dice perché.',
  'setup.receipts.more': 'e altri {count, number}',
  'setup.receipts.nameless': 'Un’azienda senza nome',
  'setup.ungranted.title': 'Non concesso, quindi non letto',
  'setup.ungranted.text':
    'I punteggi ne fanno a meno, e nulla viene supposto al loro posto. Collegando di nuovo, vengono chiesti a HubSpot un’altra volta.',
  'setup.write.title': 'Scrivere questi punteggi in HubSpot?',
  'setup.write.text':
    'L’app aggiunge alle aziende le proprie proprietà e le tiene aggiornate. Non modifica nessun’altra proprietà, e i primi punteggi non avviano alcun playbook.',
  'setup.write.button': 'Inizia a scrivere',
  'setup.writing.title': 'I primi punteggi vengono scritti',
  'setup.writing.text':
    'L’app aggiunge le sue proprietà aziendali e le compila. In un account grande ci vuole qualche minuto; puoi chiudere questa pagina.',
  'setup.written.title': 'I punteggi sono in HubSpot',
  'setup.written.text':
    'Vengono scritti da questa data: {day}, e tenuti aggiornati. Apri un’azienda in HubSpot per vedere la sua scheda.',
  'setup.written.open': 'Apri le aziende in HubSpot',
  'setup.written.failed': 'Aziende rifiutate da HubSpot: {failed, number}. Si riprova ogni volta.',
  'setup.unwritten.title': 'HubSpot non ha accettato i punteggi',
  'setup.unwritten.text':
    'HubSpot non lascia scrivere nessuna azienda. Fai controllare le autorizzazioni dell’app a un super amministratore. Si riprova automaticamente entro un’ora.',
};
