/** What HubSpot calls its own properties and their options before people, in English, from its docs; what is missing here is shown by its name. */

const COMPANY_LABELS: Readonly<Record<string, string>> = {
  name: 'Company name',
  domain: 'Company Domain Name',
  website: 'Website URL',
  phone: 'Phone Number',
  city: 'City',
  country: 'Country/Region',
  industry: 'Industry',
  description: 'Description',
  type: 'Type',
  numberofemployees: 'Number of Employees',
  annualrevenue: 'Annual Revenue',
  lifecyclestage: 'Lifecycle Stage',
  hs_lifecyclestage_customer_date: 'Became a Customer Date',
  hubspot_owner_id: 'Company owner',
  notes_last_contacted: 'Last Contacted',
  notes_last_updated: 'Last Activity Date',
  closedate: 'Close Date',
};

/** Those of companies, among which people choose on the settings page; by object type, then name. */
export const PROPERTY_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  companies: COMPANY_LABELS,
};

/** By property, then value. No two types have a property of one name whose same value is called otherwise. */
export const OPTION_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  lifecyclestage: {
    subscriber: 'Subscriber',
    lead: 'Lead',
    marketingqualifiedlead: 'Marketing Qualified Lead',
    salesqualifiedlead: 'Sales Qualified Lead',
    opportunity: 'Opportunity',
    customer: 'Customer',
    evangelist: 'Evangelist',
    other: 'Other',
  },
  type: { PROSPECT: 'Prospect', PARTNER: 'Partner', RESELLER: 'Reseller', VENDOR: 'Vendor', OTHER: 'Other' },
  hs_csm_sentiment: { positive: 'Positive', neutral: 'Neutral', negative: 'Negative' },
  dealtype: { newbusiness: 'New Business', existingbusiness: 'Existing Business' },
  hs_ticket_priority: { LOW: 'Low', MEDIUM: 'Medium', HIGH: 'High', URGENT: 'Urgent' },
  hs_ticket_category: {
    PRODUCT_ISSUE: 'Product Issue',
    BILLING_ISSUE: 'Billing Issue',
    FEATURE_REQUEST: 'Feature Request',
    GENERAL_INQUIRY: 'General Inquiry',
  },
};
