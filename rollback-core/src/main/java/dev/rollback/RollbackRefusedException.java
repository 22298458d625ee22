// SPDX-License-Identifier: Apache-2.0
package dev.rollback;

import java.util.List;

/** The request is understood, but running it would lose data, break a promise or guess. Nothing was touched. */
public final class RollbackRefusedException extends RollbackException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    /**
     * @param reasons every reason, each a sentence; never empty
     */
    public RollbackRefusedException(List<String> reasons) {
        super(String.join("\n", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public RollbackRefusedException(String reason) {
        this(List.of(reason));
    }

    /** Every reason, each a sentence. */
    public List<String> reasons() {
        return reasons == null ? List.of(String.valueOf(getMessage())) : reasons;
    }
}
