// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A database that one scenario has to itself, and a judge of what is in it that shares no code with the library. */
public interface ScenarioDatabase extends AutoCloseable {

    DataSource dataSource();

    /**
     * Runs a script, each statement on its own.
     *
     * @throws IllegalStateException at the first statement that fails
     */
    void execute(String script);

    /** The same in one transaction, where the product has transactions for structure. */
    void migrate(String script);

    /** The schemas that a scenario is about, by the names that it has for them, or those of the database when it has none. */
    List<String> schemas(List<String> declared);

    boolean hasSchema(String schema);

    /** Everything but rows and positions of sequences, in the words of the product's own dump program. */
    String structure(List<String> schemas);

    /** All rows in the words of the dump program, sorted. */
    String rows(List<String> schemas);

    /** Where each sequence stands. */
    Map<String, Long> positions(List<String> schemas);

    /** Drops the database. */
    @Override
    void close();
}
