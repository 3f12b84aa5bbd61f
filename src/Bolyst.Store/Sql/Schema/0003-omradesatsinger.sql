-- The fourteen områdesatsingar that Meld. St. 28 (2022-2023) «Gode bysamfunn med små skilnader» names: eleven in Boks 6.1 and three
-- announced in its chapter 6. Version 0: shipped with Bolyst. A delivery with the same key supersedes an entry.
--
-- Texts keep the source's nynorsk. Periods are years, the last one counted as active. Only what the source says is here: no
-- boundary, no funder and no year of our own. Kommune codes are those in force from 2024 (SSB, Klass 131).
-- status as of August 2023: 0 announced, 1 ongoing, 2 ended.
INSERT INTO bolyst.omradesatsing
    (key, version, name, aliases, kommune_code, kommune_name, area, start_year, end_year, status, delprogram, goals, funders, predecessors, notes, source)
VALUES
(
    'oslo-indre-ost-1997', 0, 'Handlingsprogram Oslo indre øst', '{Oslo indre øst}', '0301', 'Oslo', 'Tre bydelar i Oslo indre øst', 1997, 2006, 2,
    '{}',
    '{Betre oppvekstforhold,Betre buforhold,Helsefremjande tiltak,Arbeidsmarknadstiltak,Betre nærmiljø}',
    '{}', '{}',
    '{Den første avtalen mellom stat og kommune.}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'oslo-groruddalen-2007', 0, 'Groruddalsatsinga', '{Groruddalssatsinga,Groruddalssatsingen,Den første Groruddalsatsinga}', '0301', 'Oslo', 'Alle bydelane i Groruddalen', 2007, 2016, 2,
    '{}',
    '{Berekraftig byutvikling,Synleg miljøopprusting,Betre livskvalitet,Forbetring i levekår,Førebyggje kriminalitet}',
    '{}', '{}', '{}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'oslo-sor-2007', 0, 'Oslo sør', '{Oslo sør-satsinga,Oslo Sør-satsinga}', '0301', 'Oslo', 'Bydel Søndre Nordstrand', 2007, 2018, 2,
    '{}',
    '{Aktiv stadsutvikling,Betre bumiljø,Førebyggje kriminalitet,Betre oppvekstmiljø og møteplassar,Motverke sosial eksklusjon,Motverke fråfall i vidaregåande}',
    '{}', '{}',
    '{Siste året fell saman med det første året av avtalen for 2018-2026.}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'trondheim-saupstad-kolstad-2013', 0, 'Saupstad-Kolstad', '{Saupstad/Kolstad,Saupstad og Kolstad}', '5001', 'Trondheim', 'Saupstad og Kolstad', 2013, 2020, 2,
    '{Områdeutvikling,Tenesteutvikling,Lokal ressursmobilisering}',
    '{}',
    '{Husbanken}', '{}', '{}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'oslo-indre-ost-2014', 0, 'Oslo indre øst', '{Tøyenløftet}', '0301', 'Oslo', 'Oslo indre øst', 2014, 2018, 2,
    '{}',
    '{"Betre levekåra, med hovudvekt på barn og unge",Førebyggje kriminalitet på Grønland}',
    '{}', '{oslo-indre-ost-1997}',
    '{Byrja med Tøyenløftet; midlar til Grønland frå 2017.,Siste året fell saman med det første året av avtalen for 2018-2026.,Same namn som handlingsprogrammet 1997-2006 tyder ikkje same avgrensing.}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'drammen-fjell-2014', 0, 'Fjell 2020', '{Fjell}', '3301', 'Drammen', 'Fjell', 2014, 2020, 2,
    '{Tenesteutvikling,Områdeutvikling,Ressursmobilisering}',
    '{Auka sysselsetjing,Færre med låginntekt}',
    '{}', '{}',
    '{Boks 6.1 gjev perioden 2014-2020; kapittel 3 i same melding skriv 2010-2020.}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'oslo-2018', 0, 'Områdesatsingane i Oslo', '{Groruddalen,Oslo indre øst,Oslo sør,Groruddalssatsinga,Oslo sør-satsinga}', '0301', 'Oslo', 'Groruddalen, Oslo indre øst og Oslo sør', 2018, 2026, 1,
    '{Oppvekst og utdanning,Sysselsetjing,Nærmiljø}',
    '{}',
    '{}', '{oslo-groruddalen-2007,oslo-indre-ost-2014,oslo-sor-2007}',
    '{"Éin felles avtale for tre områdesatsingar, med fleire geografiske områdeløft inni; talt som éi.",Same namn som tidlegare satsingar tyder ikkje same avgrensing.}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'bergen-loddefjord-olsvik-2019', 0, 'Loddefjord og Olsvik', '{Loddefjord/Olsvik,Loddefjord,Olsvik}', '4601', 'Bergen', 'Loddefjord og Olsvik', 2019, 2026, 1,
    '{Nærmiljø,Oppvekst og utdanning,Byutvikling og infrastruktur}',
    '{Forbetre fysiske og sosiale forhold,Motverke sosiale skilnader når områda blir fortetta}',
    '{}', '{}', '{}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'drammen-stromso-2020', 0, 'Strømsø 2030', '{Strømsø}', '3301', 'Drammen', 'Strømsø', 2020, 2030, 1,
    '{Arbeid,Utdanning,Bustad,Helse}',
    '{Fleire får betre levekår gjennom varig forbetring av tenester og nærmiljøkvalitetar}',
    '{}', '{}',
    '{Delprogramma er kalla dei fire velferdspilarane.}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'stavanger-storhaug-2017', 0, 'Storhaug', '{Områdesatsinga på Storhaug}', '1103', 'Stavanger', 'Storhaug', 2017, 2024, 1,
    '{Inkludering gjennom tidleg innsats,Gode bu- og nærmiljø,Sosialt entreprenørskap}',
    '{}',
    '{}', '{}', '{}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'trondheim-lademoen-tempe-2022', 0, 'Lademoen og Tempe/Sorgenfri', '{Lademoen,Tempe/Sorgenfri,Tempe og Sorgenfri,Tempe}', '5001', 'Trondheim', 'Lademoen og Tempe/Sorgenfri', 2022, 2026, 1,
    '{Gode bu- og nærmiljøkvalitetar,Byutvikling,Bustadpolitikk,Forsking og utvikling}',
    '{Sosialt berekraftige samfunn,Snu negativ levekårsutvikling}',
    '{}', '{}',
    '{Kan bli lengd.}',
    'Meld. St. 28 (2022-2023), Boks 6.1'
),
(
    'fredrikstad', 0, 'Områdesatsing i Fredrikstad', '{}', '3107', 'Fredrikstad', NULL, NULL, NULL, 0,
    '{}', '{}', '{}', '{}',
    '{Kunngjord våren 2023 for fem år; område og oppstart er ikkje oppgjevne.}',
    'Meld. St. 28 (2022-2023), kapittel 6'
),
(
    'sarpsborg', 0, 'Områdesatsing i Sarpsborg', '{}', '3105', 'Sarpsborg', NULL, NULL, NULL, 0,
    '{}', '{}', '{}', '{}',
    '{Kunngjord våren 2023 for fem år; område og oppstart er ikkje oppgjevne.}',
    'Meld. St. 28 (2022-2023), kapittel 6'
),
(
    'kristiansand', 0, 'Områdesatsing i Kristiansand', '{}', '4204', 'Kristiansand', NULL, NULL, NULL, 0,
    '{}', '{}', '{}', '{}',
    '{Kunngjord våren 2023 for fem år; område og oppstart er ikkje oppgjevne.}',
    'Meld. St. 28 (2022-2023), kapittel 6'
);
