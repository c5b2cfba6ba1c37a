package paper

import "testing"

func TestACutQuotationEndsBeforeTheNextNumber(t *testing.T) {
	for _, c := range []struct {
		n          int
		long, want string
	}{
		{20, "各镇开展检查，切实履行责任。 二、各镇发动村民排查隐患线索，报首批线索。", "各镇开展检查，切实履行责任……"},
		{16, "请各镇巡查河道，发现问题上报，劝离钓鱼人员，月底前报一次情况。", "请各镇巡查河道，发现问题上报……"},
		{40, "短句不动。", "短句不动。"},
	} {
		if got := cut(c.long, c.n); got != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.long, c.n, got, c.want)
		}
	}
}
