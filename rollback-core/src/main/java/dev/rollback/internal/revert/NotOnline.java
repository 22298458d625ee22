// SPDX-License-Identifier: Apache-2.0
package dev.rollback.internal.revert;

import java.sql.SQLException;

/** Rows could not be followed while others wrote them; nothing is lost, and the same works while writers wait. */
final class NotOnline extends SQLException {
    private static final long serialVersionUID = 1L;

    NotOnline(String reason) {
        super(reason);
    }

    NotOnline(String reason, SQLException cause) {
        super(reason + ": " + cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }
}
