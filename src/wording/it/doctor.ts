import type { doctor as english } from '../en/doctor.ts';
import type { Sentences } from '../sentences.ts';
import { modelSetUp } from './model-set-up.ts';
import { settingsPage } from './settings-page.ts';

const GRANT =
  '{way, select, installed {facendo installare di nuovo l’app a un amministratore del portale} other {all’app privata in HubSpot (Impostazioni > Integrazioni > App private > Ambiti)}}';
const CUSTOMERS = `«${settingsPage['settings.word.tabSetUp']}», «${modelSetUp['model.word.step_customers']}»`;
const EXCLUDED = `${CUSTOMERS}, «${modelSetUp['model.word.exclude']}»`;
const AUTOMATIC = `«${modelSetUp['model.word.ownCompany']}»`;

export const doctor: Sentences<typeof english> = {
  'doctor.section.connection': 'Connessione',
  'doctor.section.granted': 'Autorizzazioni concesse',
  'doctor.section.missing': 'Mancante',
  'doctor.section.stale': 'Aggiornamento',
  'doctor.section.todo': 'Che cosa fare',
  'doctor.nothing': 'Nulla: è tutto a posto.',
  'doctor.none': 'nessuno',

  'doctor.model': 'Il modello di salute {file} è valido: {name}, versione {version}.',
  'doctor.model_own':
    'Vale il modello di salute del portale, pubblicato nella pagina delle impostazioni: {name}, versione {version}.',
  'doctor.model_unusable': 'Il modello di salute non è utilizzabile.',
  'doctor.model_unusable.remedy': '{reason}',
  'doctor.schedule_unusable': 'La pianificazione del servizio non è utilizzabile.',
  'doctor.schedule_unusable.remedy': '{reason}',
  'doctor.service': 'Le impostazioni del servizio (npm start) sono complete; HubSpot lo chiama all’indirizzo {url}.',
  'doctor.service_unset':
    'Con le impostazioni presenti il servizio (npm start) non potrebbe avviarsi; i singoli cicli sì.',
  'doctor.service_unset.remedy': '{reason}',
  'doctor.service_http': 'HubSpot dovrebbe chiamare il servizio all’indirizzo {url}, ma chiama solo indirizzi https.',
  'doctor.service_http.remedy':
    'Metti un proxy con TLS davanti al servizio e imposta PUBLIC_URL sul suo indirizzo https.',
  'doctor.database':
    'Il database è aperto e le sue tabelle sono aggiornate: {at}; PostgreSQL {version}, {megabytes, number} MB.',
  'doctor.database_new': 'Non è ancora memorizzato nulla ({at}): il primo ciclo crea il database.',
  'doctor.database_bypassed':
    'L’utente in DATABASE_URL aggira la sicurezza a livello di riga, come i superuser e gli utenti con BYPASSRLS: la seconda serratura tra i portali, quella del database, non tiene.',
  'doctor.database_bypassed.remedy':
    'Collegati con un utente che sia proprietario del database e che non sia superuser né abbia BYPASSRLS.',
  'doctor.database_in_use':
    'Il database incorporato in {at} è aperto in un altro processo, con ogni probabilità il servizio, e uno solo può aprirlo: il contenuto non può essere mostrato.',
  'doctor.database_in_use.remedy':
    'Per vedere che cosa è memorizzato, arrestare il servizio ed eseguire di nuovo doctor, oppure passare a PostgreSQL (DATABASE_URL), che entrambi possono aprire.',
  'doctor.database_unusable': 'Il database non è utilizzabile.',
  'doctor.database_unusable.remedy': '{reason}',

  'doctor.hubspot': 'HubSpot risponde su {host}: portale {portal}, fuso orario {zone}, valuta {currency}.',
  'doctor.hubspot_refused': 'HubSpot su {host} non accetta il token di accesso.',
  'doctor.hubspot_refused.remedy':
    'Impostare HUBSPOT_ACCESS_TOKEN sul token dell’app privata del portale (HubSpot: Impostazioni > Integrazioni > App private).',
  'doctor.hubspot_forbidden': 'Il token di accesso non può leggere i dati dell’account: {reason}.',
  'doctor.hubspot_forbidden.remedy': `Concedere gli ambiti elencati in app.json ${GRANT}.`,
  'doctor.hubspot_silent': 'HubSpot non risponde su {host}: {reason}.',
  'doctor.hubspot_silent.remedy': 'Controllare la rete e HUBSPOT_API_URL, poi eseguire di nuovo doctor.',
  'doctor.hubspot_odd': 'Ciò che risponde su {host} non risponde come HubSpot: {reason}.',
  'doctor.hubspot_odd.remedy': 'Controllare HUBSPOT_API_URL: quello di HubSpot è https://api.hubapi.com.',

  'doctor.portal_unreached': 'Non è indicato quale portale esaminare.',
  'doctor.portal_unreached.remedy': '{reason}',
  'doctor.installed_writing':
    'Installazione: {since}; {told, select, yes {utente: {by}} other {HubSpot non ha detto di chi}}. Scrittura dei punteggi in HubSpot attiva, inizio: {writing}.',
  'doctor.installed_preview':
    'Installazione: {since}; {told, select, yes {utente: {by}} other {HubSpot non ha detto di chi}}. Anteprima: in HubSpot non è ancora scritto nulla.',
  'doctor.installed_preview.remedy':
    'Quando i punteggi convincono, un amministratore del portale apre il link di installazione dell’app e sceglie “Inizia a scrivere” nella pagina con l’anteprima.',
  'doctor.installation_gone':
    'Il portale {portal} non ha più l’app, {since}: HubSpot ha rifiutato i suoi token e il portale non viene più chiamato.',
  'doctor.installation_gone.remedy':
    'Chiedere a un amministratore del portale di installare di nuovo l’app. Se il portale se n’è andato di proposito, eliminare ciò che è conservato: npm run cli -- erase --portal {portal}.',
  'doctor.installation_disconnected':
    'Il portale {portal} è stato scollegato da un amministratore, {since}: non viene più chiamato.',
  'doctor.installation_disconnected.remedy':
    'Se deve essere di nuovo valutato, chiedere a un amministratore del portale di installare di nuovo l’app. Altrimenti ciò che è conservato si può eliminare: npm run cli -- erase --portal {portal}.',
  'doctor.tokens_unusable': 'I token del portale non sono utilizzabili.',
  'doctor.tokens_unusable.remedy': '{reason}',

  'doctor.counted': '{type} ({records, number})',
  'doctor.readable': 'Lettura possibile, con questo numero di record in HubSpot: {counted}.',
  'doctor.companies_refused':
    'companies: lettura non possibile, quindi nessuno può essere valutato; al token manca {scopes}.',
  'doctor.companies_refused.remedy': `Concedere {scopes} ${GRANT}: {buys}.`,
  'doctor.refused':
    '{types}: lettura non possibile, al token manca {scopes}. Sconosciuti per questo motivo: {signals}.',
  'doctor.refused.remedy': `Concedere {scopes} ${GRANT}: {buys}.`,
  'doctor.absent': '{types}: questo account HubSpot non ne dispone. Sconosciuti per questo motivo: {signals}.',
  'doctor.untried': '{types}: verifica non riuscita. {reason}.',
  'doctor.untried.remedy': 'Eseguire di nuovo doctor tra qualche minuto: HubSpot non ha risposto a ogni domanda.',
  'doctor.writable': 'I punteggi possono essere scritti nelle aziende e le relative proprietà create.',
  'doctor.unwritable':
    'I punteggi non possono essere scritti nelle aziende: al token manca {scopes}. La scheda li mostra comunque.',
  'doctor.unwritable.remedy': `Concedere {scopes} ${GRANT}: {buys}.`,
  'doctor.uncreatable': 'Le proprietà non possono essere create: al token manca {scopes}.',
  'doctor.uncreatable.remedy': `Concedere {scopes} ${GRANT}: {buys}.`,
  'doctor.tasks_refused': 'I piani d’azione sono attivi, ma non è possibile creare attività: al token manca {scopes}.',
  'doctor.tasks_refused.remedy': `Concedere {scopes} ${GRANT}: {buys}. Oppure disattivare i piani d’azione nelle impostazioni dell’app.`,
  'doctor.users_unread':
    'Non si può sapere chi è super admin in HubSpot: al token manca {scopes}. {way, select, installed {Solo l’utente che ha installato l’app può avviare la scrittura, e solo gli utenti indicati nelle sue impostazioni possono fare il resto di ciò che possono gli amministratori.} other {Solo gli utenti indicati nelle impostazioni dell’app possono fare ciò che possono gli amministratori.}}',
  'doctor.users_unread.remedy': `Concedere {scopes} ${GRANT}: {buys}.`,
  'doctor.scopes_untold':
    'HubSpot non dice che cosa questo token può scrivere (lo dice solo delle app private); lo dirà il prossimo ciclo.',
  'doctor.pipelines_refused':
    'Le pipeline delle trattative non possono essere lette: al token manca {scopes}. Sconosciuti per questo motivo: {signals}.',
  'doctor.pipelines_refused.remedy': `Concedere {scopes} ${GRANT}: {buys}.`,
  'doctor.own_company': `La vostra azienda è quella con il dominio {domain}, comune alla maggior parte degli indirizzi degli utenti: non riceve un punteggio. Se invece è un cliente, disattivare ${AUTOMATIC} nelle impostazioni dell’app, in ${CUSTOMERS}.`,
  'doctor.own_company_named': 'Quale sia la vostra azienda lo dice solo il modello di salute.',
  'doctor.own_company_untold':
    'Non è possibile stabilire quale sia la vostra azienda: gli indirizzi degli utenti non indicano un unico dominio.',
  'doctor.own_company_untold.remedy': `Se la vostra azienda è in HubSpot, aggiungere una regola con il suo dominio nelle impostazioni dell’app, in ${EXCLUDED}.`,
  'doctor.own_company_refused': 'Non è possibile stabilire quale sia la vostra azienda: al token manca {scopes}.',
  'doctor.own_company_refused.remedy': `Concedere {scopes} ${GRANT}: {buys}. Oppure aggiungere una regola con il suo dominio nelle impostazioni dell’app, in ${EXCLUDED}.`,

  'scope.oauth': 'i dati dell’account, il suo fuso orario e la sua valuta',
  'scope.crm.objects.companies.read': 'le aziende stesse',
  'scope.crm.objects.companies.write': 'il punteggio nel record dell’azienda, per elenchi e report',
  'scope.crm.schemas.companies.read': 'quali proprietà hanno le aziende',
  'scope.crm.schemas.companies.write': 'le proprietà che contengono il punteggio',
  'scope.crm.objects.contacts.read': 'le persone in contatto e l’azienda di ciò che è stato inviato a una sola persona',
  'scope.crm.objects.contacts.write': 'le attività per chi segue un cliente',
  'scope.crm.objects.deals.read': 'acquisti, rinnovi ed espansioni',
  'scope.tickets': 'ticket aperti, reclami e come sono stati risolti',
  'scope.sales-email-read': 'se rispondono, in quanti e che cosa aprono',
  'scope.crm.objects.invoices.read': 'fatture scadute, come pagano e quanto hanno davvero speso',
  'scope.crm.objects.feedback_submissions.read': 'che cosa rispondono nei sondaggi',
  'scope.crm.objects.subscriptions.read': 'i ricavi ricorrenti e ciò che è scaduto o annullato',
  'scope.crm.objects.commercepayments.read': 'i pagamenti non riusciti o contestati',
  'scope.crm.objects.quotes.read': 'i preventivi in attesa di risposta',
  'scope.crm.objects.custom.read': 'ciò che il modello legge dagli oggetti personalizzati',
  'scope.settings.currencies.read': 'i tassi di cambio, per confrontare i clienti in altre valute',
  'scope.crm.objects.owners.read': 'chi sono gli utenti, per riconoscere ed escludere la vostra azienda',
  'scope.settings.users.read': 'chi è super admin e in quale team, per ciò che solo alcuni possono vedere e modificare',
  'scope.crm.lists.read': 'se i segmenti iniziali ci sono ancora e quante aziende contengono',
  'scope.crm.lists.write': 'creare i segmenti iniziali, quando qualcuno lo chiede',

  'doctor.properties': 'Tutte le proprietà lette dai segnali sono presenti.',
  'doctor.properties_missing': '{type}: qui manca {properties}. Sconosciuti per questo motivo: {signals}.',
  'doctor.properties_missing.remedy':
    'Se qualcuno ha archiviato {properties} di {type}, ripristinare in HubSpot (Impostazioni > Proprietà). Se il piano dell’account non le prevede, lasciare così: quei segnali restano sconosciuti.',
  'doctor.no_records': 'Nessun record da esaminare: {types}. Sconosciuti per tutti: {signals}.',
  'doctor.no_data': '{types}: nessun record contiene i dati necessari. Sconosciuti per tutti: {signals}.',
  'doctor.own': 'Le nostre proprietà delle aziende sono tutte presenti.',
  'doctor.own_absent': 'Non ancora nel portale: {properties}.',
  'doctor.own_absent.remedy': 'Eseguire un ciclo (npm run cycle): crea le proprietà mancanti e le compila.',
  'doctor.own_type':
    'La proprietà {property} delle aziende è di tipo {is}, ma Account Health la scrive come {must}: nessun ciclo può essere eseguito.',
  'doctor.own_type.remedy':
    'Eliminare {property} in HubSpot (Impostazioni > Proprietà > Proprietà delle aziende): il prossimo ciclo la ricrea.',
  'doctor.own_options':
    'Alla proprietà {property} delle aziende mancano le opzioni {options}: le aziende con questi valori vengono rifiutate.',
  'doctor.own_options.remedy':
    'Aggiungere di nuovo le opzioni {options} a {property} in HubSpot (Impostazioni > Proprietà).',
  'doctor.own_no_room': 'Nel portale non c’è spazio per {properties}.',
  'doctor.own_no_room.remedy': 'Eliminare le proprietà personalizzate che nessuno usa, poi eseguire un ciclo.',
  'doctor.own_left_over': 'Il modello di salute non chiede (più) {properties}: restano vuote.',
  'doctor.own_left_over.remedy':
    'Eliminare {properties} in HubSpot (Impostazioni > Proprietà > Proprietà delle aziende) per fare spazio, oppure indicarle nel modello sotto write.',
  'doctor.room': 'Proprietà personalizzate usate: {used, number} su {limit, number}.',

  'doctor.portal_unknown': 'Il database contiene {portals}; quale sia quello giusto si saprà quando HubSpot risponde.',
  'doctor.no_cycle': 'Nessun ciclo è ancora terminato.',
  'doctor.no_cycle.remedy': 'Eseguire un primo ciclo: npm run cycle.',
  'doctor.cycle':
    'Ultimo ciclo terminato: {when}, con il modello {name} {version}. Aziende scritte: {changed, number}, invariate: {unchanged, number}, rifiutate: {failed, number}.',
  'doctor.cycle_old':
    'Ultimo ciclo terminato: {when}, con il modello {name} {version}. Ciò che la scheda mostra risale ad allora.',
  'doctor.cycle_old.remedy':
    'Capire perché nessun ciclo termina: avviare il servizio (npm start), che li esegue secondo la pianificazione, oppure eseguire npm run cycle e leggere che cosa dice.',
  'doctor.cycle_refused': 'HubSpot ha rifiutato l’azienda {company}: {reason}',
  'doctor.cycle_refused.remedy':
    'Correggere l’azienda {company} in HubSpot in modo che le sue regole siano rispettate ({reason}); viene ritentata a ogni ciclo.',
  'doctor.cycle_other_model':
    'Il file del modello è ora {name} {version}; i punteggi mostrati sono di {before}. Il prossimo ciclo li aggiorna.',
  'doctor.schedule':
    'Il servizio, quando è attivo, avvia un ciclo secondo la pianificazione {schedule}; il prossimo sarebbe: {when}.',
  'doctor.type_unread': '{types}: non ancora letti fino in fondo.',
  'doctor.type_unread.remedy':
    'Eseguire un ciclo (npm run cycle) e lasciarlo terminare: riprende da dove l’ultimo si è fermato.',
  'doctor.type':
    'Completi fino a {when}, con questo numero di record memorizzati: {counted}. Eliminazioni esaminate fino a {archived}; rilettura settimanale: {round}.',
  'doctor.type_old':
    'Completi solo fino a {when}, con questo numero di record memorizzati: {counted}. Eliminazioni esaminate fino a {archived}; rilettura settimanale: {round}.',
  'doctor.type_old.remedy':
    'Eseguire un ciclo (npm run cycle): alcuni record non vengono aggiornati da più di un giorno.',
  'doctor.round_none': 'non iniziata',
  'doctor.round_done': 'terminata',
  'doctor.round_part': '{share} completata',
  'doctor.pass_full':
    'Lettura di tutti i record in corso, inizio: {when}; letti finora: {passed}. Il prossimo ciclo la prosegue.',
  'doctor.pass_changes':
    'Lettura delle modifiche in corso, inizio: {when}; letti finora: {passed}. Il prossimo ciclo la prosegue.',
  'doctor.passed': '{type} ({read, number}{counted, select, yes { su {expected, number}} other {}})',
  'doctor.queue_empty': 'Nessun evento webhook in attesa.',
  'doctor.queue':
    '{count, plural, one {# record segnalato dai webhook attende} other {# record segnalati dai webhook attendono}} la lettura; il più vecchio: {when}.',
  'doctor.queue_old':
    '{count, plural, one {# record segnalato dai webhook attende} other {# record segnalati dai webhook attendono}} la lettura; il più vecchio: {when}.',
  'doctor.queue_old.remedy':
    'Avviare il servizio (npm start) o riavviarlo: quando è attivo, ciò che i webhook segnalano viene letto entro un minuto.',
  'doctor.purge':
    '{count, plural, one {# contatto eliminato per la privacy attende} other {# contatti eliminati per la privacy attendono}} la cancellazione anche qui.',
  'doctor.purge.remedy':
    'Avviare il servizio (npm start): cancella entro un minuto ciò che gli utenti di HubSpot hanno eliminato per la privacy.',
};
