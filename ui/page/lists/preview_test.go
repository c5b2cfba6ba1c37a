package lists

import (
	"testing"

	"yidanqing/app"
)

func TestChangesAreToldInOneSentence(t *testing.T) {
	list := func(names ...string) *app.DutyList {
		l := &app.DutyList{}
		for _, n := range names {
			l.Duties = append(l.Duties, app.Duty{Part: app.Basic, Name: n})
		}
		return l
	}
	old := list("组织地质灾害隐患点群测群防", "开展全民阅读活动")
	for _, c := range []struct {
		now  *app.DutyList
		want string
	}{
		{old, "与现行清单相比：事项没有变化。"},
		{list("组织地质灾害隐患点群测群防", "做好殡葬改革宣传", "管理村级供水设施"), "与现行清单相比：新增 2 项，删去 1 项。"},
	} {
		if got := changesWord(old, c.now); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
