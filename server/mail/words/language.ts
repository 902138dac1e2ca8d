// The languages that mail is written in. The screens say which one a person reads.
export const mailLanguages = ['en', 'de'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

/** English where a row says something that there is no more. */
export const toLanguage = (text: string): MailLanguage => mailLanguages.find((one) => one === text) ?? 'en';

const locales: Record<MailLanguage, string> = { en: 'en-GB', de: 'de-DE' };

export const dayText = (day: string, language: MailLanguage): string =>
  new Intl.DateTimeFormat(locales[language], {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
  }).format(new Date(`${day}T00:00:00Z`));

export const instantText = (at: string, zone: string, language: MailLanguage): string =>
  new Intl.DateTimeFormat(locales[language], {
    ...{
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    },
    ...{ timeZone: zone, timeZoneName: 'short' },
  }).format(new Date(at));

export const numberText = (value: number, language: MailLanguage): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 }).format(value);

/** "41%", in German "41 %" on one line. */
export const shareText = (share: number, language: MailLanguage): string =>
  new Intl.NumberFormat(locales[language], { style: 'percent' }).format(share);
