// SPDX-License-Identifier: Apache-2.0
package dev.rollback.realmigrations;

/** How products say the same. */
enum Words {
    POSTGRESQL("\"") {
        @Override
        String retype(RandomTable table, RandomColumn column) {
            String name = quote(column.name());
            String type = type(column);
            return alter(table, "ALTER COLUMN ") + name + " TYPE " + type + " USING CAST(" + name + " AS " + type + ")";
        }
    },
    MYSQL("`") {
        @Override
        String type(RandomColumn column) {
            return column.type() == RandomType.TIMESTAMP ? "datetime" : super.type(column);
        }

        @Override
        String retype(RandomTable table, RandomColumn column) {
            return alter(table, "MODIFY COLUMN ") + definition(column);
        }

        @Override
        String nullable(RandomTable table, RandomColumn column) {
            return retype(table, column);
        }

        @Override
        String byDefault(RandomTable table, RandomColumn column) {
            return retype(table, column);
        }

        @Override
        String dropIndex(RandomTable table, String index) {
            return "DROP INDEX " + quote(index) + " ON " + quote(table.name());
        }

        @Override
        String dropLink(RandomTable table, String link) {
            return alter(table, "DROP FOREIGN KEY ") + quote(link);
        }

        @Override
        String dropKey(RandomTable table) {
            return alter(table, "DROP PRIMARY KEY");
        }
    },
    H2("\"") {
        @Override
        String retype(RandomTable table, RandomColumn column) {
            return alter(table, "ALTER COLUMN ") + quote(column.name()) + " SET DATA TYPE " + type(column);
        }

        @Override
        String rename(RandomTable table, String from, String to) {
            return alter(table, "ALTER COLUMN ") + quote(from) + " RENAME TO " + quote(to);
        }

        @Override
        String dropKey(RandomTable table) {
            return alter(table, "DROP PRIMARY KEY");
        }
    };

    private final String quote;

    Words(String quote) {
        this.quote = quote;
    }

    String quote(String name) {
        return quote + name + quote;
    }

    String type(RandomColumn column) {
        return column.type().sql();
    }

    final String definition(RandomColumn column) {
        return quote(column.name()) + " " + type(column) + (column.notNull() ? " NOT NULL" : "")
                + (column.byDefault().isEmpty() ? "" : " DEFAULT " + column.byDefault());
    }

    final String alter(RandomTable table, String how) {
        return "ALTER TABLE " + quote(table.name()) + " " + how;
    }

    abstract String retype(RandomTable table, RandomColumn column);

    String nullable(RandomTable table, RandomColumn column) {
        return alter(table, "ALTER COLUMN ") + quote(column.name()) + (column.notNull() ? " SET" : " DROP")
                + " NOT NULL";
    }

    String byDefault(RandomTable table, RandomColumn column) {
        return alter(table, "ALTER COLUMN ")
                + quote(column.name())
                + (column.byDefault().isEmpty() ? " DROP DEFAULT" : " SET DEFAULT " + column.byDefault());
    }

    String rename(RandomTable table, String from, String to) {
        return alter(table, "RENAME COLUMN ") + quote(from) + " TO " + quote(to);
    }

    String dropIndex(RandomTable table, String index) {
        return "DROP INDEX " + quote(index);
    }

    String dropLink(RandomTable table, String link) {
        return alter(table, "DROP CONSTRAINT ") + quote(link);
    }

    String dropKey(RandomTable table) {
        return alter(table, "DROP CONSTRAINT ") + quote(table.keyName());
    }
}
