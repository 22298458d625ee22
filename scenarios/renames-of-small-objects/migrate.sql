-- Nothing changes but names.
ALTER DOMAIN positive RENAME CONSTRAINT positive_check TO above_zero;
ALTER DOMAIN positive RENAME TO natural_number;
ALTER FUNCTION bump() RENAME TO bump_counter;
ALTER TABLE counters RENAME CONSTRAINT counters_grp_key TO counters_group_uq;
ALTER INDEX counters_pkey RENAME TO pk_counters;
ALTER INDEX counters_n_idx RENAME TO ix_counters_n;
ALTER SEQUENCE counters_id_seq RENAME TO sq_counters;
ALTER STATISTICS counters_stat RENAME TO st_counters;
ALTER TRIGGER counters_bump ON counters RENAME TO tr_counters;
ALTER RULE counters_rule ON counters RENAME TO ru_counters;
ALTER POLICY counters_all ON counters RENAME TO po_counters;
ALTER PUBLICATION scenario_counters RENAME TO scenario_pub_counters;
ALTER VIEW counter_view RENAME TO vw_counters;
