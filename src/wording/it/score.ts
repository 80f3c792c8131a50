import type { score as english } from '../en/score.ts';
import type { Sentences } from '../sentences.ts';
import { settingsPage } from './settings-page.ts';

export const score: Sentences<typeof english> = {
  'dimension.deals': 'Trattative e rinnovi',
  'dimension.support': 'Assistenza',
  'dimension.engagement': 'Coinvolgimento',
  'dimension.billing': 'Fatturazione',
  'dimension.sentiment': 'Soddisfazione',
  'dimension.advocacy': 'Passaparola',
  'dimension.adoption': 'Adozione',

  'cap.long_overdue.label': 'Fattura scaduta da molto tempo',
  'cap.long_overdue.remedy': 'Il punteggio resta basso finché la vecchia fattura non viene pagata.',
  'cap.many_complaints.label': 'Molti reclami irrisolti',
  'cap.many_complaints.remedy': 'Il punteggio resta basso finché i reclami non vengono risolti.',
  'cap.other.label': 'Limite del modello',
  'cap.other.remedy': 'Il punteggio resta basso finché questa condizione permane.',

  'change.source_lost.label': 'Una fonte che non si può più leggere',
  'change.source_lost.evidence':
    '{sources}: lettura non più possibile da questa data: {since}. In base agli ultimi dati noti da lì, questo cliente non risulterebbe in salute.',
  'change.source_lost.remedy':
    'Un amministratore può dare di nuovo l’accesso all’app. Se i dati non torneranno, togliere i relativi segnali dal modello di salute.',
  'change.source_gained.label': 'Una fonte nuova',
  'change.source_gained.evidence':
    '{sources}: novità da questa data: {since}. Senza questi dati, il cliente non risulterebbe in salute.',
  'change.source_gained.remedy':
    'Per 30 giorni una fonte nuova da sola non fa risultare in salute nessun cliente. Poi conta per intero.',

  'history.seam':
    'A partire dal giorno {since} i punteggi sono quelli pubblicati. Quelli precedenti sono stati calcolati in seguito, dai dati con una data.',
  'history.model': 'A partire dal giorno {since} vale la versione {version} del modello di salute.',
  'history.recomputed':
    'Ricalcolato con la versione {version} del modello di salute e con ciò che si sa oggi. I punteggi mostrati a suo tempo possono essere diversi.',

  'source.contacts': 'Contatti',
  'source.deals': 'Trattative',
  'source.tickets': 'Ticket',
  'source.emails': 'E-mail',
  'source.meetings': 'Riunioni',
  'source.calls': 'Chiamate',
  'source.communications': 'Messaggi',
  'source.notes': 'Note',
  'source.feedback_submissions': 'Risposte ai sondaggi',
  'source.subscriptions': 'Abbonamenti',
  'source.commerce_payments': 'Pagamenti',
  'source.quotes': 'Preventivi',
  'source.invoices': 'Fatture',
  'source.custom': 'Un oggetto personalizzato',
  'source.usage': 'Uso del prodotto',

  'hidden.amount': '[importo nascosto]',
  'hidden.subject': '[oggetto nascosto]',

  'mapped.remedy': 'Approfondire «{name}» con il cliente, poi aggiornare il dato in HubSpot.',
  'mapped.evidence.number': '{name}: {value, number}.',
  'mapped.evidence.amount': '{name}: {value, number} {unit}.',
  'mapped.evidence.money': '{name}: {amount}.',
  'mapped.evidence.percent': '{name}: {share}.',
  'mapped.evidence.date': '{name}: {day} ({days, plural, =0 {oggi} one {# giorno fa} other {# giorni fa}}).',
  'mapped.evidence.yes': '{name}: sì.',
  'mapped.evidence.no': '{name}: no.',
  'mapped.evidence.count': '{name}: {count, number} negli ultimi {days, plural, one {# giorno} other {# giorni}}.',
  'mapped.evidence.option': '{name}: «{value}».',

  'missing.scope_missing':
    'In HubSpot l’app non ha l’autorizzazione a leggere questi dati. Un amministratore può concederla.',
  'missing.type_missing': 'Questo account HubSpot non ha record di questo tipo.',
  'missing.property_missing': `In questo account HubSpot manca la proprietà da cui si legge questo dato. Quale sia lo dicono le impostazioni dell’app, in «${settingsPage['settings.word.tabConnection']}».`,
  'missing.not_connected': 'Questo account HubSpot non contiene dati di questo tipo.',
  'missing.not_set_up': 'Il modello di salute non indica ancora che cosa esaminare qui.',
  'missing.not_set_up.product_feedback': 'Il modello di salute non indica ancora i giorni dei vostri rilasci.',
  'missing.not_set_up.referrals':
    'Il modello di salute non indica ancora che cosa sia una segnalazione: un’etichetta di associazione, un tipo di trattativa o una pipeline di trattative.',
  'missing.not_read_yet': 'Non ancora letto.',
  'missing.not_known_then': 'HubSpot indica solo il valore attuale, che a quella data non era ancora stato rilevato.',
  'missing.not_logged':
    'Il proprietario dell’azienda non registra in HubSpot contatti di questo tipo: il silenzio quindi non dice nulla.',
  'missing.no_data': 'Per questo cliente non ci sono elementi da valutare.',
  'missing.too_few': 'Troppo poco per una valutazione: {count, number} su un minimo di {minimum, number}.',
  'missing.no_norm':
    'Troppo pochi ticket di tutti i clienti per un confronto: {count, number} su un minimo di {minimum, number}.',
  'missing.too_new': 'Cliente troppo recente: il confronto richiede {days, plural, one {# giorno} other {# giorni}}.',
  'missing.no_terms':
    'Le sue fatture sono pagate all’emissione o non hanno scadenza: nessuna può risultare in ritardo.',
  'missing.mixed_currencies': 'Paga in più valute, che non si possono sommare.',
  'missing.unmapped_value': 'Il modello di salute non conosce l’opzione «{value}».',
  'missing.expired': 'Impostato più di {days, plural, one {# giorno} other {# giorni}} fa.',
  'missing.too_old': 'L’ultima risposta risale a più di {days, plural, one {# giorno} other {# giorni}} fa.',
  'missing.stale': 'Ultimi dati di questo tipo, per qualsiasi cliente: {last}. Il silenzio quindi non dice nulla.',

  'state.no_facts':
    'Di questo cliente non si sa nulla: non sono stati trovati trattative, ticket, e-mail, fatture o altri record associati.',
  'state.low_coverage': 'Di questo cliente si sa troppo poco per un punteggio attendibile.',
  'state.few_dimensions': 'Di questo cliente si conosce un solo aspetto: troppo poco per un punteggio attendibile.',
  'state.no_purchase_or_stage':
    'Non è un cliente: la fase del ciclo di vita non lo indica e {months, plural, one {nell’ultimo mese} other {negli ultimi # mesi}} non ha acquistato nulla.',
  'state.partner': 'Non valutata: questa azienda è un partner.',
  'state.vendor': 'Non valutata: questa azienda è un fornitore.',
  'state.competitor': 'Non valutata: questa azienda è un concorrente.',
  'state.test_company': 'Non valutata: questa è un’azienda di prova.',
  'state.excluded': 'Non valutata: il modello di salute esclude questa azienda.',
  'state.not_named': 'Non è un cliente: la proprietà che indica i clienti non indica questa azienda.',
  'state.churned': 'Non è più un cliente (data: {left}). Qui sotto resta ciò che prima gli era costato punti.',
  'state.own_company': 'Senza punteggio: questa è la tua azienda.',
  'state.not_found':
    'Questa azienda non è ancora stata letta. Le nuove aziende compaiono dopo la prossima sincronizzazione.',
  'state.no_cycle':
    'Nessun punteggio di salute è ancora stato calcolato. Il primo compare dopo la prima sincronizzazione.',

  'mark.seasonal.label': 'Stagionale',
  'mark.seasonal.text':
    'Ultimo acquisto {days, plural, one {# giorno fa} other {# giorni fa}} ({last}). In ciascuno degli ultimi due anni, in questo periodo, non aveva acquistato nulla e poi è tornato ad acquistare. Se la stagione tarda di un mese, il silenzio conta per intero.',
  'mark.possibly_seasonal.label': 'Forse stagionale',
  'mark.possibly_seasonal.text':
    'Ha acquistato in {purchases, plural, one {# giorno} other {# giorni}}, sempre {months, plural, one {nello stesso mese} other {negli stessi # mesi}} dell’anno. Con meno di due anni di acquisti non si può distinguere una stagione da una perdita: il punteggio perciò non fa sconti.',

  'family.customers': 'Clienti tra le aziende controllate: {customers, number} su {companies, number}.',
  'family.mean_revenue': 'Salute media, ponderata sui ricavi degli ultimi 12 mesi: {mean, number}.',
  'family.mean_equal':
    'Salute media, con lo stesso peso per ciascuna perché i ricavi non sono noti per tutte: {mean, number}.',
  'family.unscored': 'Senza punteggio, e fuori dalla media: {count, number}.',
  'family.bounded': 'Considerate: le {count, number} più vicine su {total, number} aziende controllate.',

  'record.companies': 'Questa azienda',
  'record.contacts': 'Un contatto',
  'record.deals': 'Una trattativa',
  'record.tickets': 'Un ticket',
  'record.emails': 'E-mail ({day})',
  'record.meetings': 'Riunione ({day})',
  'record.calls': 'Chiamata ({day})',
  'record.communications': 'Messaggio ({day})',
  'record.notes': 'Nota ({day})',
  'record.feedback_submissions': 'Risposta al sondaggio ({day})',
  'record.subscriptions': 'Un abbonamento',
  'record.commerce_payments': 'Pagamento ({day})',
  'record.quotes': 'Un preventivo',
  'record.custom': 'Record ({day})',
  'record.invoices': 'Fattura {name}',
  'record.invoices.nameless': 'Una fattura',
};
