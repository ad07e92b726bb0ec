-- The lookups that the workspace answers: a customer's sales in time, an event's sales, a customer by address.
CREATE INDEX sale_by_customer ON sale (customer_id, purchase_datetime);
CREATE INDEX sale_by_event ON sale (event_id);
CREATE INDEX customer_by_email ON customer (email);
