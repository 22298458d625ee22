// SPDX-License-Identifier: Apache-2.0
package dev.rollback.mysql;

/** MariaDB 10.11 to 11.x, by either driver. Safe for use by several threads. */
public final class MariaDbDialect extends MysqlDialect {
    /** The dialect needs no settings. */
    public MariaDbDialect() {}

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public String jooqName() {
        return "MARIADB";
    }

    @Override
    boolean isMariaDb() {
        return true;
    }
}
