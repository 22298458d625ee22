// SPDX-License-Identifier: Apache-2.0
package dev.rollback.liquibase;

import liquibase.change.custom.CustomSqlChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;

/** Changes of a host in Java, for changelogs to name. */
final class JavaChanges {
    private JavaChanges() {}

    /** A change of the host's for which a class is not there. */
    public static final class Lacking extends Made {
        @Override
        public SqlStatement[] generateStatements(Database target) {
            throw new NoClassDefFoundError("org/example/Gone");
        }
    }

    /** A change of the host's. */
    public static class Made implements CustomSqlChange {
        @Override
        public SqlStatement[] generateStatements(Database target) {
            return new SqlStatement[] {new RawSqlStatement("CREATE TABLE made (id int)")};
        }

        @Override
        public String getConfirmationMessage() {
            return "made";
        }

        @Override
        public void setUp() {
            // needs nothing
        }

        @Override
        public void setFileOpener(ResourceAccessor resources) {
            // reads nothing
        }

        @Override
        public ValidationErrors validate(Database target) {
            return new ValidationErrors();
        }
    }
}
