import type { segments as english } from '../en/segments.ts';
import type { Sentences } from '../sentences.ts';

const WAY =
  '{way, select, installed {Far dare di nuovo il consenso a un amministratore in Connessione, poi riprovare.} other {Aggiungerli all’app privata in HubSpot (Impostazioni > Integrazioni > App private > Ambiti), poi riprovare.}}';

export const segments: Sentences<typeof english> = {
  'segment.unhealthy.name': 'Clienti critici',
  'segment.unhealthy.description': 'I clienti da guardare per primi.',
  'segment.unhealthy.rules': 'Lo stato di salute è Critico.',
  'segment.renewing.name': 'A rischio e in rinnovo entro 90 giorni',
  'segment.renewing.description': 'Clienti il cui rinnovo è vicino e incerto.',
  'segment.renewing.rules':
    'Lo stato di salute è A rischio o Critico e il prossimo rinnovo cade nei prossimi 90 giorni.',
  'segment.dropped.name': 'Calati di 15 punti in 30 giorni',
  'segment.dropped.description': 'Clienti molto peggiorati di recente, qualunque sia il loro stato.',
  'segment.dropped.rules': 'Il punteggio di salute è sceso di 15 punti o più in 30 giorni.',
  'segment.overdue_falling.name': 'Scaduto e in calo',
  'segment.overdue_falling.description': 'Clienti con importi scaduti la cui salute peggiora.',
  'segment.overdue_falling.rules': 'L’importo scaduto è superiore a 0 e il punteggio di salute è sceso in 30 giorni.',
  'segment.ask_review.name': 'In salute, chiedere una recensione',
  'segment.ask_review.description':
    'Clienti che stanno bene e non sono in calo: chiedere loro una recensione o una referenza.',
  'segment.ask_review.rules': 'Lo stato di salute è In salute e il punteggio di salute non è sceso in 30 giorni.',
  'segment.failure.unwritten':
    'Non creato: il modello di salute non fa scrivere questo nelle aziende: {properties}. Aggiungerlo a ciò che il modello scrive, pubblicare il modello, attendere i prossimi punteggi, poi riprovare.',
  'segment.failure.absent':
    'Non creato: le aziende in HubSpot non hanno ancora questo: {properties}. Iniziare a scrivere, attendere i prossimi punteggi, poi riprovare.',
  'segment.failure.names_taken':
    'Non creato: altri segmenti hanno già tutti i nomi che gli daremmo. Rinominarne uno in HubSpot, poi riprovare.',
  'segment.failure.refused':
    'Non creato. HubSpot indica questo motivo: {reason}. Se è il limite di segmenti del piano, eliminarne uno che non serve, poi riprovare.',
  'segment.refused.scope': `L’app non può creare e vedere i segmenti: le mancano questi ambiti: {scopes}. ${WAY}`,
  'portal.unreachable': 'HubSpot al momento non risponde. Nulla è andato perso: riprovare fra un minuto.',
  'portal.disconnected': 'HubSpot non lascia più entrare l’app. Farla collegare di nuovo a un amministratore.',
  'connection.companies': 'Aziende',
  'connection.remedy.wait':
    'Si risolve da sé alla prossima lettura dell’account da parte dell’app. Se resta così per un giorno, scrivere all’assistenza dell’app.',
  'connection.remedy.reconnect': 'Far collegare di nuovo l’app a un amministratore dell’account.',
  'connection.remedy.model':
    'I punteggi mostrati sono gli ultimi che ha dato. Far pubblicare un’altra versione a un amministratore in «Modello di salute».',
  'schedule.next': 'Prossimo avvio: {first}. Poi: {second}.',
  'people.refused.scope': `L’app non può leggere chi sono gli utenti: le mancano questi ambiti: {scopes}. ${WAY}`,
};
