-- What an evaluation reads, as compact as rivals can have it: whole numbers only. Not timed.
CREATE TABLE line AS
    SELECT CAST(substr(customer_id, 2) AS INTEGER) AS customer, @EPOCH@ AS sold_at, CAST(substr(event_id, 2) AS INTEGER) AS event,
        quantity, CAST(round(sales_price * 100) AS BIGINT) AS amount, CAST(substr(invoice_number, 2) AS INTEGER) AS invoice
    FROM sale WHERE customer_id <> 'ANON';
CREATE TABLE member AS
    SELECT CAST(substr(customer_id, 2) AS INTEGER) AS customer, CAST(cluster AS INTEGER) AS cluster FROM member_text;
