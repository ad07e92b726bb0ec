#include "app/service/import/importfields.h"

#include "app/service/store/searchtext.h"

#include <algorithm>

namespace groundswell::service {

namespace {

constexpr std::array eventFields{
    ImportField{"event_id", true,
                "eventid event_no event_number event_nr id_event veranstaltungsnummer veranstaltungs_id "
                "veranstaltung_id id_мероприятия мероприятие_id id_события concert_id show_id id"},
    ImportField{"title", true,
                "name event_name event_title event titel veranstaltung veranstaltungstitel bezeichnung "
                "название наименование мероприятие titre titulo titolo"},
    ImportField{"date", true,
                "start_date_time start_at starts_at start_datetime start_date start event_date datum beginn "
                "veranstaltungsdatum termin дата дата_начала начало date_debut fecha data"},
    ImportField{"time", false, "start_time uhrzeit zeit beginn_uhrzeit время время_начала heure hora ora"},
    ImportField{"venue", false,
                "venue_name location place spielort veranstaltungsort spielstatte ort_name haus площадка "
                "место lieu lugar"},
    ImportField{"hall", false, "hall_name room saal raum зал salle sala"},
    ImportField{"capacity", false, "seats kapazitat platze sitzplatze вместимость capacite aforo"},
    ImportField{"city", false, "town stadt ort город ville ciudad citta"},
    ImportField{"country", false, "country_code land страна pays pais"},
    ImportField{"genre", false, "category kategorie sparte genre_name жанр categorie"},
    ImportField{"series", false, "event_series reihe serie cycle zyklus abo_reihe серия цикл"},
    ImportField{"artists", false,
                "artist performers performer kunstler interpreten mitwirkende исполнители артисты artistes"},
    ImportField{"composers", false, "composer komponisten komponist композиторы compositeurs"},
    ImportField{"price", false,
                "ticket_price list_price preis ticketpreis kartenpreis цена prix precio prezzo"},
    ImportField{"currency", false, "currency_code wahrung валюта devise"},
    ImportField{"on_sale_at", false,
                "on_sale onsale on_sale_date sale_start first_sale_at vvk_start vorverkaufsstart vvk_beginn "
                "начало_продаж"},
    ImportField{"latitude", false, "lat breitengrad широта"},
    ImportField{"longitude", false, "lon lng long langengrad долгота"},
};

constexpr std::array saleFields{
    ImportField{"invoice_number", false,
                "invoice invoice_no order_number order_no order_id order booking_id rechnungsnummer "
                "auftragsnummer bestellnummer belegnummer purchase_id transaction_id номер_заказа заказ"},
    ImportField{
        "customer_id", true,
        "customer customerid customer_no customer_number client_id user_id kunde kunden_id kundennummer "
        "kundennr id_клиента клиент покупатель household_id"},
    ImportField{"event_id", true,
                "event eventid event_no event_number veranstaltungsnummer veranstaltungs_id veranstaltung_id "
                "id_мероприятия мероприятие concert_id show_id product_id"},
    ImportField{"purchase_datetime", true,
                "purchased_at purchase_date purchase_time order_date order_datetime sold_at sale_date "
                "kaufdatum verkaufsdatum buchungsdatum bestelldatum invoice_date transaction_timestamp "
                "created_at дата_покупки дата_продажи timestamp datum date"},
    ImportField{
        "ticket_category", false,
        "category ticket_type price_category kategorie ticketart preiskategorie категория тип_билета"},
    ImportField{"quantity", false,
                "qty count tickets number_of_tickets anzahl menge stuck karten количество кол_во"},
    ImportField{"sales_price", false,
                "amount total total_price line_total sales_value revenue betrag summe umsatz gesamtpreis "
                "сумма стоимость"},
    ImportField{"unit_price", false,
                "price_per_ticket ticket_price stuckpreis einzelpreis цена_за_билет price preis цена"},
    ImportField{"base_price", false, "face_value list_price grundpreis originalpreis базовая_цена"},
    ImportField{"currency", false, "currency_code wahrung валюта devise"},
};

constexpr std::array customerFields{
    ImportField{
        "customer_id", true,
        "customer customerid customer_no customer_number client_id user_id kunde kunden_id kundennummer "
        "kundennr id_клиента клиент household_id id"},
    ImportField{"email", false, "e_mail email_address mail mailadresse e_mail_adresse почта эл_почта"},
    ImportField{"phone", false, "phone_number telephone mobile telefon telefonnummer handy mobil телефон"},
    ImportField{"first_name", false, "firstname given_name vorname имя prenom nombre nome"},
    ImportField{"last_name", false,
                "lastname surname family_name nachname familienname фамилия nom apellido cognome"},
    ImportField{"city", false, "town stadt wohnort ort город ville"},
    ImportField{"zip", false, "zip_code postal_code postcode plz postleitzahl индекс code_postal"},
    ImportField{"country", false, "country_code land страна pays"},
    ImportField{"language", false, "lang locale sprache язык langue"},
    ImportField{"birth_year", false, "year_of_birth birthyear geburtsjahr jahrgang год_рождения"},
    ImportField{"consent_email", false,
                "email_consent newsletter newsletter_consent opt_in email_opt_in werbeeinwilligung "
                "newsletter_einwilligung согласие_почта"},
    ImportField{
        "consent_ads", false,
        "ads_consent marketing_consent ad_consent werbung_erlaubt marketing_einwilligung согласие_реклама"},
    ImportField{
        "ad_opt_out", false,
        "opt_out optout unsubscribed do_not_contact werbesperre widerspruch abgemeldet отказ_от_рассылки"},
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

bool isImportField(FileKind kind, const QString &name)
{
    const auto fields = importFields(kind);
    return std::any_of(fields.begin(), fields.end(),
                       [&](const ImportField &field) { return name == QLatin1StringView(field.name); });
}

QString normalisedHeader(const QString &header)
{
    QString result;
    for (const QChar c : foldedForSearch(header)) {
        if (c.isLetterOrNumber())
            result += c;
        else if (!result.isEmpty() && !result.endsWith(u'_'))
            result += u'_';
    }
    while (result.endsWith(u'_'))
        result.chop(1);
    return result;
}

} // namespace groundswell::service
