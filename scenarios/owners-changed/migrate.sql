-- The service account takes over, and the table goes to the administrators.
ALTER TABLE things OWNER TO CURRENT_USER;
ALTER VIEW low_things OWNER TO scenario_writer;
ALTER FUNCTION thing_count() OWNER TO CURRENT_USER;
ALTER SEQUENCE spare_no OWNER TO scenario_writer;
ALTER TYPE level OWNER TO scenario_writer;
