package notice

import (
	"testing"

	"yidanqing/app"
)

// TestKindOf: each was once taken for another kind. visit is what the issuer says of itself.
func TestKindOf(t *testing.T) {
	for _, c := range []struct {
		live, visit, title string
		want               app.Kind
	}{
		{live: "请各乡镇于今日下午18:00前将旱灾情况上报县防指办公室", want: app.KindForm},
		{live: "请按《数据采集目录》更新底账,6月18日前提交", want: app.KindForm},
		{live: "请将备案人员的姓名、证号列表报县委办公室", want: app.KindForm},
		{live: "半年一次的那张产量表,7月8日前在平台导一下就可以", want: app.KindForm},
		{live: "3月31日前每村召开一次健康提示会", want: app.KindTask},
		{live: "请通过张贴公告、召开果农屋场会等形式把采摘时间告知到户", want: app.KindTask},
		{title: "关于召开县委农村工作会议的通知", want: app.KindMeeting},
		{visit: "我局委托第三方机构自8月起每月对各镇主次干道开展测评,按百分制打分", want: app.KindInspection},
		{visit: "我局决定派出审计组,对你镇原镇长任期经济责任进行就地审计", want: app.KindInspection},
		{live: "从你们镇上要两个懂水电的来蹲三个月", want: app.KindSecondment},
		{live: "请派一名工作人员到场见证,并提前了解车辆停放何处", want: app.KindTask},
		{live: "麻烦村里给出个证明,写清楚他是老人唯一的儿子,盖上村委会章", want: app.KindCertificate},
		{live: "两家当面说和说和,能写个字据最好", want: app.KindTask},
		{live: "今年三季度商务资源表(名称、面积、联系人)请在“报表通”里更新", want: app.KindForm},
		{live: "请于6月5日前申报省级书香社区", want: app.KindCampaign},
		{live: "关注页截个屏发群里", want: app.KindApp},
	} {
		if got, scores := KindOf(c.live, c.visit, c.title); got != c.want {
			t.Errorf("%q %q %q: %s, want %s (%v)", c.live, c.visit, c.title, got, c.want, scores)
		}
	}
}
