package alert

import "yidanqing/app/pattern"

// item is a kind of data that notices ask for (数据项), with the words for it, official and everyday.
type item struct {
	name string
	// telling items say something of the object by themselves; a name or a place is asked for with everything.
	telling bool
	words   *pattern.Regexp
}

var items = []item{
	{"姓名", false, pattern.MustCompile(`姓名|叫什么|名字|花名册`)},
	{"名称", false, pattern.MustCompile(`名称|店名|户名|字号`)},
	{"地址", false, pattern.MustCompile(`地址|位置|地点|住哪|住处|在哪里|住址|点位`)},
	{"电话", false, pattern.MustCompile(`电话|联系方式|手机号|号码`)},
	{"负责人", false, pattern.MustCompile(`负责人|经营者|经营人|法人|老板`)},
	{"年龄", false, pattern.MustCompile(`年龄|多大|岁数|出生年月`)},
	{"身份证号", false, pattern.MustCompile(`身份证`)},
	{"数量", false, pattern.MustCompile(`数量|瓶数|台数|户数|头数|几个|有多少|存栏`)},
	{"务工地", true, pattern.MustCompile(`务工(城市|地|去向)|在哪个城市|在哪(打工|务工|上班)|外出地`)},
	{"行业", true, pattern.MustCompile(`从事行业|干哪一?行|什么行业|职业|干什么活|工种`)},
	{"收入", true, pattern.MustCompile(`收入|挣多少|工资水平|月薪`)},
	{"供货单位", true, pattern.MustCompile(`供气(单位|公司)|送气(单位|公司)|供货(单位|商)|进货`)},
	{"水深", true, pattern.MustCompile(`水深|深浅|多深`)},
	{"警示设施", true, pattern.MustCompile(`警示(牌|标识|标志|设施)`)},
	{"面积", true, pattern.MustCompile(`面积|多少亩|亩数`)},
	{"健康状况", true, pattern.MustCompile(`健康状况|慢性病|患病|身体怎么样`)},
	{"残疾类别", true, pattern.MustCompile(`残疾(类别|等级|种类)|几级残疾`)},
	{"管径", true, pattern.MustCompile(`管径|口径|多粗`)},
	{"场次", true, pattern.MustCompile(`场次|几场|节目`)},
	{"学历", true, pattern.MustCompile(`学历|文化程度|毕业`)},
	{"培训科目", true, pattern.MustCompile(`培训科目|课程`)},
	{"品种", true, pattern.MustCompile(`品种|种类|什么品种`)},
	{"建成年份", true, pattern.MustCompile(`建成(年份|时间)|哪年建|房龄|建筑年代`)},
	{"房屋结构", true, pattern.MustCompile(`结构类型|房屋结构|砖混|土坯`)},
}

// itemsIn are the kinds of data that a text names.
func itemsIn(words string) map[string]bool {
	out := map[string]bool{}
	for _, i := range items {
		if i.words.MatchString(words) {
			out[i.name] = true
		}
	}
	return out
}

// commonData counts the kinds of data in common; telling where one of them says something of the object.
func commonData(a, b map[string]bool) (n int, telling bool) {
	for _, i := range items {
		if a[i.name] && b[i.name] {
			n++
			telling = telling || i.telling
		}
	}
	return n, telling
}
