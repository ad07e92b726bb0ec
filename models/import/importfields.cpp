#include "models/import/importfields.h"

namespace groundswell {

namespace {

using enum ImportValue;
constexpr bool required = true;
constexpr bool optional = false;

constexpr std::array eventFields{
    ImportField{
        "event_id", Id, required,
        "eventid event_no event_number event_nr id_event veranstaltungsnummer veranstaltungs_id "
        "veranstaltung_id id_мероприятия мероприятие_id id_события concert_id show_id id",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Event number"),
        QT_TRANSLATE_NOOP("groundswell::ImportText",
                          "The event's number in your ticketing system; sales name their event by it."),
        "1042"},
    ImportField{"title", Text, required,
                "name event_name event_title event titel veranstaltung veranstaltungstitel bezeichnung "
                "название наименование мероприятие titre titulo titolo",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Title"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "What the event is called."),
                "Night at the Opera"},
    ImportField{"date", Date, required,
                "start_date_time start_at starts_at start_datetime start_date start event_date datum beginn "
                "veranstaltungsdatum termin дата дата_начала начало date_debut fecha data",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Date"),
                QT_TRANSLATE_NOOP("groundswell::ImportText",
                                  "The day of the event, with or without the time at which it begins."),
                "2026-06-12"},
    ImportField{
        "time", TimeOfDay, optional,
        "start_time uhrzeit zeit beginn_uhrzeit время время_начала heure hora ora",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Time"),
        QT_TRANSLATE_NOOP("groundswell::ImportText", "When the event begins, where the date doesn't say it."),
        "19:30"},
    ImportField{
        "venue", Text, optional,
        "venue_name location place spielort veranstaltungsort spielstatte ort_name haus площадка место lieu "
        "lugar",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Venue"),
        QT_TRANSLATE_NOOP("groundswell::ImportText", "The building or place where the event is held."),
        "Philharmonie"},
    ImportField{"hall", Text, optional, "hall_name room saal raum зал salle sala",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Hall"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "The hall or stage within the venue."),
                "Main hall"},
    ImportField{"capacity", Number, optional, "seats kapazitat platze sitzplatze вместимость capacite aforo",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Seats"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "How many tickets there are for the event."),
                "400"},
    ImportField{"city", Text, optional, "town stadt ort город ville ciudad citta",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "City"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "The town where the event is held."), "Köln"},
    ImportField{
        "country", Text, optional, "country_code land страна pays pais",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Country"),
        QT_TRANSLATE_NOOP("groundswell::ImportText", "The country where the event is held, by name or code."),
        "DE"},
    ImportField{"genre", Text, optional, "category kategorie sparte genre_name жанр categorie",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Genre"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "What kind of event it is."), "Opera"},
    ImportField{"series", Text, optional, "event_series reihe serie cycle zyklus abo_reihe серия цикл",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Series"),
                QT_TRANSLATE_NOOP("groundswell::ImportText",
                                  "The subscription series or cycle that the event belongs to."),
                "Chamber music"},
    ImportField{"artists", List, optional,
                "artist performers performer kunstler interpreten mitwirkende исполнители артисты artistes",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Artists"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Who performs, several divided by semicolons."),
                "Mia Muster; Duo Klang"},
    ImportField{"composers", List, optional, "composer komponisten komponist композиторы compositeurs",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Composers"),
                QT_TRANSLATE_NOOP("groundswell::ImportText",
                                  "Whose works are played, several divided by semicolons."),
                "Mozart; Haydn"},
    ImportField{"price", Money, optional,
                "ticket_price list_price preis ticketpreis kartenpreis цена prix precio prezzo",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Ticket price"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "The usual price of a ticket."), "45.00"},
    ImportField{
        "currency", Currency, optional, "currency_code wahrung валюта devise",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Currency"),
        QT_TRANSLATE_NOOP("groundswell::ImportText", "The currency of the price as a code of three letters."),
        "EUR"},
    ImportField{"on_sale_at", Date, optional,
                "on_sale onsale on_sale_date sale_start first_sale_at vvk_start vorverkaufsstart vvk_beginn "
                "начало_продаж",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "On sale since"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Since when tickets have been sold."),
                "2026-01-15"},
    ImportField{
        "latitude", Decimal, optional, "lat breitengrad широта",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Latitude"),
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Where the venue lies: degrees north of the equator."),
        "50.9402"},
    ImportField{
        "longitude", Decimal, optional, "lon lng long langengrad долгота",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Longitude"),
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Where the venue lies: degrees east of Greenwich."),
        "6.9603"},
};

constexpr std::array saleFields{
    ImportField{
        "invoice_number", Id, optional,
        "invoice invoice_no order_number order_no order_id order booking_id rechnungsnummer auftragsnummer "
        "bestellnummer belegnummer purchase_id transaction_id номер_заказа заказ",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Invoice number"),
        QT_TRANSLATE_NOOP("groundswell::ImportText", "The number of the order; its lines are one purchase."),
        "R-2026-0815"},
    ImportField{
        "customer_id", Id, required,
        "customer customerid customer_no customer_number client_id user_id kunde kunden_id kundennummer "
        "kundennr id_клиента клиент покупатель household_id",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Customer number"),
        QT_TRANSLATE_NOOP("groundswell::ImportText",
                          "Who bought, as the customers file says it; empty or ANON where nobody knows."),
        "4711"},
    ImportField{"event_id", Id, required,
                "event eventid event_no event_number veranstaltungsnummer veranstaltungs_id veranstaltung_id "
                "id_мероприятия мероприятие concert_id show_id product_id",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Event number"),
                QT_TRANSLATE_NOOP("groundswell::ImportText",
                                  "Which event the tickets are for, as the events file says it."),
                "1042"},
    ImportField{"purchase_datetime", Date, required,
                "purchased_at purchase_date purchase_time order_date order_datetime sold_at sale_date "
                "kaufdatum verkaufsdatum buchungsdatum bestelldatum invoice_date transaction_timestamp "
                "created_at дата_покупки дата_продажи timestamp datum date",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Time of purchase"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "When the tickets were bought."),
                "2026-05-01 10:00"},
    ImportField{
        "ticket_category", Text, optional,
        "category ticket_type price_category kategorie ticketart preiskategorie категория тип_билета",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Ticket category"),
        QT_TRANSLATE_NOOP("groundswell::ImportText", "The kind of ticket, such as regular or reduced."),
        "Regular"},
    ImportField{
        "quantity", Number, optional,
        "qty count tickets number_of_tickets anzahl menge stuck karten количество кол_во",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Quantity"),
        QT_TRANSLATE_NOOP("groundswell::ImportText",
                          "How many tickets; one where the column is missing, negative for a return."),
        "2"},
    ImportField{"sales_price", Money, optional,
                "amount total total_price line_total sales_value revenue betrag summe umsatz gesamtpreis "
                "сумма стоимость",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Price of the line"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "What all tickets of the line cost together."),
                "90.00"},
    ImportField{"unit_price", Money, optional,
                "price_per_ticket ticket_price stuckpreis einzelpreis цена_за_билет price preis цена",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Price of a ticket"),
                QT_TRANSLATE_NOOP("groundswell::ImportText",
                                  "What one ticket costs, where there is no price of the line."),
                "45.00"},
    ImportField{"base_price", Money, optional, "face_value list_price grundpreis originalpreis базовая_цена",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Price before discount"),
                QT_TRANSLATE_NOOP("groundswell::ImportText",
                                  "What the tickets of the line would cost without a discount."),
                "100.00"},
    ImportField{"currency", Currency, optional, "currency_code wahrung валюта devise",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Currency"),
                QT_TRANSLATE_NOOP("groundswell::ImportText",
                                  "The currency of the amounts as a code of three letters."),
                "EUR"},
};

constexpr std::array customerFields{
    ImportField{"customer_id", Id, required,
                "customer customerid customer_no customer_number client_id user_id kunde kunden_id "
                "kundennummer kundennr id_клиента клиент household_id id",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Customer number"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "The customer's number, as the sales name it."),
                "4711"},
    ImportField{
        "email", Text, optional, "e_mail email_address mail mailadresse e_mail_adresse почта эл_почта",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "E-mail"),
        QT_TRANSLATE_NOOP("groundswell::ImportText", "The customer's e-mail address."), "mia@example.org"},
    ImportField{"phone", Text, optional,
                "phone_number telephone mobile telefon telefonnummer handy mobil телефон",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Phone"),
                QT_TRANSLATE_NOOP("groundswell::ImportText",
                                  "The customer's phone number, best with the country's code."),
                "+49 221 123456"},
    ImportField{"first_name", Text, optional, "firstname given_name vorname имя prenom nombre nome",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "First name"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "The customer's first name."), "Mia"},
    ImportField{"last_name", Text, optional,
                "lastname surname family_name nachname familienname фамилия nom apellido cognome",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Last name"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "The customer's family name."), "Muster"},
    ImportField{"city", Text, optional, "town stadt wohnort ort город ville",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "City"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "The town where the customer lives."), "Köln"},
    ImportField{"zip", Text, optional, "zip_code postal_code postcode plz postleitzahl индекс code_postal",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Postcode"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "The postcode of where the customer lives."),
                "50667"},
    ImportField{"country", Text, optional, "country_code land страна pays",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Country"),
                QT_TRANSLATE_NOOP("groundswell::ImportText",
                                  "The country where the customer lives, by name or code."),
                "DE"},
    ImportField{"language", Text, optional, "lang locale sprache язык langue",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Language"),
                QT_TRANSLATE_NOOP("groundswell::ImportText",
                                  "The language in which the customer wishes to be written to."),
                "de"},
    ImportField{"birth_year", Number, optional, "year_of_birth birthyear geburtsjahr jahrgang год_рождения",
                QT_TRANSLATE_NOOP("groundswell::ImportText", "Year of birth"),
                QT_TRANSLATE_NOOP("groundswell::ImportText", "The year in which the customer was born."),
                "1984"},
    ImportField{
        "consent_email", YesNo, optional,
        "email_consent newsletter newsletter_consent opt_in email_opt_in werbeeinwilligung "
        "newsletter_einwilligung согласие_почта",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Agreed to e-mail"),
        QT_TRANSLATE_NOOP("groundswell::ImportText",
                          "Whether the customer agreed to advertising by e-mail; an empty cell is no."),
        "yes"},
    ImportField{
        "consent_ads", YesNo, optional,
        "ads_consent marketing_consent ad_consent werbung_erlaubt marketing_einwilligung согласие_реклама",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Agreed to ads"),
        QT_TRANSLATE_NOOP(
            "groundswell::ImportText",
            "Whether the customer agreed that ad platforms get the address; an empty cell is no."),
        "yes"},
    ImportField{
        "ad_opt_out", YesNo, optional,
        "opt_out optout unsubscribed do_not_contact werbesperre widerspruch abgemeldet отказ_от_рассылки",
        QT_TRANSLATE_NOOP("groundswell::ImportText", "Opted out"),
        QT_TRANSLATE_NOOP(
            "groundswell::ImportText",
            "Whether the customer doesn't want any advertising; such customers are left out everywhere."),
        "no"},
};

} // namespace

const char *fileKindName(FileKind kind)
{
    switch (kind) {
    case FileKind::Events:
        return "events";
    case FileKind::Sales:
        return "sales";
    case FileKind::Customers:
        return "customers";
    }
    return "";
}

std::optional<FileKind> fileKindNamed(const QString &name)
{
    for (const FileKind kind : allFileKinds()) {
        if (name == QLatin1StringView(fileKindName(kind)))
            return kind;
    }
    return std::nullopt;
}

std::span<const ImportField> importFields(FileKind kind)
{
    switch (kind) {
    case FileKind::Events:
        return eventFields;
    case FileKind::Sales:
        return saleFields;
    case FileKind::Customers:
        return customerFields;
    }
    return {};
}

const ImportField *importField(FileKind kind, const QString &name)
{
    for (const ImportField &field : importFields(kind)) {
        if (name == QLatin1StringView(field.name))
            return &field;
    }
    return nullptr;
}

} // namespace groundswell
