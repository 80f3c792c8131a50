import type { modelSetUp as english } from '../en/model-set-up.ts';
import type { Sentences } from '../sentences.ts';

export const modelSetUp: Sentences<typeof english> = {
  'model.word.setUpHint':
    'Che cosa il punteggio deve sapere del tuo account. Ogni passo modifica la bozza del modello; tutto vale dopo la pubblicazione.',
  'model.word.stepTitle': '{number}. {title}',
  'model.word.step_customers': 'Chi è un cliente',
  'model.word.step_churn': 'Chi è andato via',
  'model.word.step_account': 'Responsabile, rinnovo e ricavi',
  'model.word.step_renewals': 'Quali trattative sono rinnovi',
  'model.word.step_publish': 'Pubblica',
  'model.word.stepHint_customers':
    'Solo i clienti ricevono un punteggio. Di norma: una fase del ciclo di vita o un acquisto recente.',
  'model.word.stepHint_churn':
    'Un cliente andato via non ha punteggio, e più tardi mostra se il punteggio l’aveva previsto.',
  'model.word.stepHint_account':
    'Dove li conservi. Ciò che non indichi viene ricavato da trattative e abbonamenti, se possibile.',
  'model.word.stepHint_renewals': 'Senza una scelta, i rinnovi si riconoscono dal tipo di trattativa.',
  'model.word.stepHint_publish': 'Guarda che cosa cambia e per chi, poi pubblica.',
  'model.word.is_set': 'Impostato',
  'model.word.is_partly': 'Impostato in parte',
  'model.word.is_usual': 'Regola standard',
  'model.word.is_open': 'Non impostato',
  'model.word.publishedAll': 'Tutto pubblicato',
  'model.word.toPublish': 'Modifiche da pubblicare',
  'model.word.customersBy': 'I clienti si riconoscono da',
  'model.word.customersUsual': 'Fase del ciclo di vita o acquisti',
  'model.word.customersOwn': 'Solo una nostra proprietà',
  'model.word.customersValues': 'Valori di un cliente',
  'model.word.lifecycleStages': 'Fasi del ciclo di vita dei clienti',
  'model.word.purchaseWithin': 'O un acquisto entro questi mesi',
  'model.word.exclude': 'Chi non è mai un cliente',
  'model.word.excludeHint':
    'Le aziende che rientrano in una di queste regole non ricevono un punteggio, qualunque altra cosa valga per loro.',
  'model.word.excludeReason': 'Regola {row}: perché',
  'model.word.excludeProperty': 'Regola {row}: proprietà dell’azienda',
  'model.word.excludeValues': 'Regola {row}: valori',
  'model.word.excludeNobody': 'Senza un valore questa regola non esclude nessuno.',
  'model.word.addExclusion': 'Aggiungi una regola',
  'model.word.removeExclusion': 'Elimina la regola {row}',
  'model.word.reason_partner': 'Partner',
  'model.word.reason_vendor': 'Fornitore',
  'model.word.reason_competitor': 'Concorrente',
  'model.word.reason_test_company': 'Azienda di prova',
  'model.word.reason_own_company': 'La nostra azienda',
  'model.word.reason_other': 'Un altro motivo',
  'model.word.reason_named': 'Un altro motivo ({name})',
  'model.word.ownCompany': 'Escludi automaticamente la nostra azienda',
  'model.word.ownCompanyHint':
    'È l’azienda il cui dominio compare nella maggior parte degli indirizzi dei tuoi utenti. Disattiva se quell’azienda è un cliente.',
  'model.word.churnProperty': 'Proprietà che dice chi è andato via',
  'model.word.churnValues': 'Valori di chi è andato via',
  'model.word.churnDate': 'Proprietà con il giorno',
  'model.word.churnNone': 'Elimina questa regola',
  'model.word.noProperty': 'Nessuna',
  'model.word.account_csOwner': 'Chi segue l’account',
  'model.word.account_renewalDate': 'Giorno del rinnovo',
  'model.word.account_revenue': 'Ricavi annui',
  'model.word.accountHint_csOwner':
    'Una proprietà con utenti HubSpot. Le attività vanno a questa persona, altrimenti al proprietario dell’azienda.',
  'model.word.accountHint_renewalDate': 'Una data. Ha la precedenza sulle trattative di rinnovo.',
  'model.word.accountHint_revenue':
    'Un numero nella valuta della tua azienda. Ha la precedenza su trattative, fatture e abbonamenti.',
  'model.word.renewalPipelines': 'Pipeline dei rinnovi',
  'model.word.noPipelines': 'Non ci sono pipeline di trattative tra cui scegliere.',
  'model.word.gonePipeline': 'Pipeline non trovata ({number})',
};
