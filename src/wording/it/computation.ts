import type { computation as english } from '../en/computation.ts';
import type { Sentences } from '../sentences.ts';

export const computation: Sentences<typeof english> = {
  'computation.step.customer': 'Cliente',
  'computation.step.segment': 'Gruppo',
  'computation.step.known': 'Che cosa si sa',
  'computation.step.cap': 'Limite: {cap}',
  'computation.step.score': 'Punteggio',
  'computation.step.band': 'Stato',
  'computation.step.override': 'Impostato da una persona',
  'computation.customer.named': 'Sì: lo dice la proprietà che indica i clienti.',
  'computation.customer.stage': 'Sì: lo dice la sua fase del ciclo di vita.',
  'computation.customer.became_customer': 'Sì: HubSpot conserva il giorno in cui è diventata cliente.',
  'computation.customer.purchase':
    'Sì: ha acquistato qualcosa {months, plural, one {nell’ultimo mese} other {negli ultimi # mesi}}.',
  'computation.segment.named': '“{name}”: ciò che il modello dice di questo gruppo vale prima delle regole generali.',
  'computation.segment.none': 'Non è in nessun gruppo di clienti del modello: valgono le regole generali.',
  'computation.known':
    '{share} di quanto si può sapere, in {dimensions, plural, one {# dimensione} other {# dimensioni}}. Per un punteggio serve almeno {minimum}, in {needed, plural, one {# dimensione} other {# dimensioni}}.',
  'computation.cap.holds':
    'Tiene il punteggio a {most, number} o meno e costa {points, plural, one {# punto} other {# punti}}. {signal}: {raw}. Il limite vale a partire da qui: {from}.',
  'computation.cap.idle':
    'È raggiunto, ma non costa nulla: senza di esso il punteggio non supererebbe {score, number}. {signal}: {raw}. Il limite vale a partire da qui: {from}.',
  'computation.cap.free': 'Non è raggiunto. {signal}: {raw}. Il limite vale a partire da qui: {from}.',
  'computation.cap.unknown': 'Non si può dire, quindi non vale. {signal}: dato non noto.',
  'computation.takes': 'Costa {points, plural, one {# punto} other {# punti}}.',
  'computation.score':
    '100 − {lost, number} = {score, number}. I punti persi sono indicati accanto a ogni segnale e ai limiti.',
  'computation.band':
    '{band}. In salute da {healthyFrom, number} in su, a rischio da {atRiskFrom, number} in su, critico sotto.',
  'computation.band.quartiles':
    'Queste soglie vengono dai punteggi di tutti i clienti: il quarto migliore è in salute, il peggiore è critico.',
  'computation.band.alarm_budget':
    'Queste soglie vengono dai punteggi di tutti i clienti: i critici non sono più di quanti il team può chiamare in una settimana ({calls, number}).',
  'computation.band.later': 'Con la bozza le soglie vengono ricalcolate da tutti i punteggi. Si vedono nell’anteprima.',
  'computation.override':
    '{band}, fino a questa data: {until}. Motivo: “{reason}”. Il punteggio resta quello calcolato.',
  'computation.raw.days': '{n, plural, one {# giorno} other {# giorni}}',
  'computation.raw.ratio': 'rapporto {n, number}',
  'computation.raw.money': 'importo {amount}',
  'computation.raw.yes': 'risposta: sì',
  'computation.raw.no': 'risposta: no',
  'computation.raw.option': 'opzione da {n, plural, one {# punto} other {# punti}}',
  'computation.rule.up_to': 'Fino a {raw}: {points, plural, one {# punto} other {# punti}}.',
  'computation.rule.from': 'Da {raw} in poi: {points, plural, one {# punto} other {# punti}}.',
  'computation.rule.between':
    'Tra {from} ({fromPoints, plural, one {# punto} other {# punti}}) e {to} ({toPoints, plural, one {# punto} other {# punti}}).',
  'computation.rule.fixed': 'Il modello dà a questa risposta {points, plural, one {# punto} other {# punti}}.',
  'computation.rule.silence':
    'Non è successo niente di male, ma non è successo proprio nulla: questo dà al massimo {points, plural, one {# punto} other {# punti}}.',
  'computation.rule.unknown':
    'In questo modello un dato non noto vale {points, plural, one {# punto} other {# punti}}.',
  'computation.general.points':
    'Ciò che ogni segnale misura diventa da 0 a 100 punti, lungo una curva del modello. Tra due valori della curva i punti seguono una retta.',
  'computation.general.weights':
    'La quota di un segnale nel punteggio è il suo peso tra i segnali noti della sua dimensione, per il peso di quella dimensione tra le dimensioni note.',
  'computation.general.unknown':
    'Ciò che non è noto non conta, a meno che il modello non gli dia punti: non è né bene né male, ma si sa di meno.',
  'computation.general.minimum':
    'Se si sa meno di {share}, o se sono note meno di {dimensions, plural, one {# dimensione} other {# dimensioni}}, non c’è punteggio.',
  'computation.general.silence':
    'Che non sia successo niente di male in un canale che il cliente non usa dà al massimo {points, plural, one {# punto} other {# punti}}.',
  'computation.general.caps':
    'I limiti tengono basso il punteggio qualunque cosa dica il resto: {count, plural, one {questo modello ne ha #} other {questo modello ne ha #}}. Vale il più basso.',
  'computation.general.receipt':
    'Il punteggio è arrotondato a un numero intero. Anche i punti persi sono interi e la loro somma è 100 meno il punteggio.',
  'computation.general.sources':
    'Una fonte di dati che arriva o scompare non basta a far risultare in salute un cliente.',
  'computation.general.override':
    'Una persona può impostare un altro stato per un certo tempo. Il punteggio resta quello calcolato.',
  'computation.draft.mistakes': 'La bozza contiene errori. Correggili prima; poi la si potrà provare su un’azienda.',
};
