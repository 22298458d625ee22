// SPDX-License-Identifier: Apache-2.0
package dev.rollback.testkit.contract;

import javax.sql.DataSource;

/**
 * A source that gives no connection. The password in it is {@link #PASSWORD}, which no message may show.
 *
 * @param named what the message must say
 */
public record Unreachable(String name, DataSource source, String named) {
    public static final String PASSWORD = "hunter2";
}
