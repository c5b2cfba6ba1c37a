package text

import (
	"strings"
	"testing"
)

func TestLinesOfALetterStandAlone(t *testing.T) {
	cases := map[string]string{
		"letterhead before a bracketed address": "青山县自建房安全专项整治工作领导小组办公室\n(地址:青山县建设路88号 总机:8261100)\n─────────────\n青自建房办〔2026〕5号",
		"letterhead before the number":          "青山县自建房安全专项整治工作领导小组办公室\n青自建房办〔2026〕5号",
		"joint letterhead before the title":     "中共青山县委办公室 青山县人民政府办公室\n关于印发《方案》的通知",
		"title before an addressee":             "关于做好秋季开学失学适龄儿童少年查找劝返工作的通知\n云岭镇人民政府:\n现将有关事项通知如下。",
		"contact before the signature":          "联系人:童立新  电话:8261190123\n青山县住房和城乡建设局\n2026年3月2日",
		"signature before the date":             "青山县纪律检查委员会派驻县农业农村局纪检监察组\n2026年10月16日",
		"rows of a table":                       "序号 | 村名 | 店名 | 经营者 | 床位数 | 餐位数 | 日均接待 | 备注\n合计",
		"named values":                          "乡镇:云岭镇   抽查村:柳林村、北坡村、东坡村\n评估日期:6月17日",
		"a mention of somebody":                 "各村秋收进度今天报一下收了多少亩还剩多少亩\n@云岭镇 收到回复",
		"speakers of a chat":                    "见到床位特别密半夜还有人进进出出的记个楼栋房号发我\n陈sir:不用你们进去点人头\n阿玲:明天下班前给一次就得",
		"a line that ends with a picture":       "沙埔新村那边又有人把厅隔开住十几个人了[捂脸]\n你们协管员平时扫楼留意一下",
		"a line that ends with an emoji":        "瓶改管专项已经全部收工供气公司上门两千多户了🎉\n多谢大家之前帮忙叫门",
		"items numbered with pictures of keys":  "1️⃣ 明年的医保开缴了请大家在村头圩场多讲讲提醒他们早点缴\n2️⃣ 参保率按月报送",
		"a heading before indented text":        "一、切实加强组织领导确保各项工作任务落到实处\n　　各乡镇要把这项工作摆上重要日程,主要负责同志亲自抓。",
	}
	for name, raw := range cases {
		if got := New(raw).String(); strings.Count(got, "\n") != strings.Count(raw, "\n") {
			t.Errorf("%s: %q became %q", name, raw, got)
		}
	}
}

func TestBrokenTitlesAndPagesAreJoined(t *testing.T) {
	cases := map[string]string{
		"关于加强春季诺如病毒、流感等聚集性病例\n防范工作的通知":            "关于加强春季诺如病毒、流感等聚集性病例防范工作的通知",
		"各乡镇要把防汛责任落实到每一个村组、每\n— 2 —\n一处隐患点,确保安全。": "各乡镇要把防汛责任落实到每一个村组、每一处隐患点,确保安全。",
		"现就有关要求通\n知如下:\n一、加强领导。":                  "现就有关要求通\n知如下:\n一、加强领导。",
	}
	for raw, want := range cases {
		if got := New(raw).String(); got != want {
			t.Errorf("%q became %q, want %q", raw, got, want)
		}
	}
}
